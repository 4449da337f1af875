/** The documented sixteen stages, written by hand: what `npm run bench` compares gig-ci with. */
def call(Map config) {
    String backend = config.backendDir ?: 'backend'
    String image = "${env.ECR_REGISTRY}/${config.ecrRepo}"
    String tag = ''
    String status = 'FAILED'
    node(config.label ?: '') {
        try {
            stage('Checkout') {
                checkout scm
                String commit = sh(script: 'git rev-parse --short HEAD', returnStdout: true).trim()
                tag = "${env.BUILD_NUMBER}-${commit}"
            }
            stage('Start Real DB for Tests') {
                sh 'docker rm -f test-db || true'
                sh 'docker run -d --name test-db -e POSTGRES_DB=testdb -e POSTGRES_USER=test ' +
                    '-e POSTGRES_PASSWORD=test -p 5432:5432 postgres:15'
                sh 'for i in $(seq 1 60); do docker exec test-db pg_isready -U test && exit 0; sleep 1; done; exit 1'
            }
            stage('Setup Python') {
                dir(backend) {
                    sh 'python3 -m venv venv'
                    sh '. venv/bin/activate && pip install --upgrade pip && pip install -r requirements.txt'
                    sh '. venv/bin/activate && pip install pytest pytest-cov pytest-django'
                }
            }
            withEnv(['DB_NAME=testdb', 'DB_USER=test', 'DB_PASS=test', 'DB_HOST=localhost', 'DB_PORT=5432', 'DB_SSLMODE=disable']) {
                stage('Validate Database Connection') {
                    dir(backend) {
                        sh '. venv/bin/activate && python -c "import os, psycopg2; psycopg2.connect(dbname=os.environ[\'DB_NAME\'], ' +
                            'user=os.environ[\'DB_USER\'], password=os.environ[\'DB_PASS\'], host=os.environ[\'DB_HOST\'])"'
                    }
                }
                stage('Check Migration Folders') {
                    dir(backend) {
                        for (String app in config.apps) {
                            if (!fileExists("${app}/migrations/__init__.py")) {
                                sh "mkdir -p ${app}/migrations && touch ${app}/migrations/__init__.py"
                            }
                        }
                    }
                }
                stage('Create Missing Migrations') {
                    dir(backend) {
                        sh '. venv/bin/activate && python manage.py makemigrations && python manage.py showmigrations'
                    }
                }
                stage('Build Django') {
                    dir(backend) {
                        sh '. venv/bin/activate && python manage.py collectstatic --noinput'
                    }
                }
                stage('Run All Tests') {
                    dir(backend) {
                        sh '. venv/bin/activate && pytest --ds=gig_router.settings --create-db --disable-warnings --verbose ' +
                            '--cov=. --cov-report=term-missing --cov-report=html --cov-report=xml'
                    }
                    publishHTML(target: [reportDir: "${backend}/htmlcov", reportFiles: 'index.html', reportName: 'Coverage'])
                }
            }
            stage('SonarQube Analysis') {
                dir(backend) {
                    withSonarQubeEnv('sonarqube') {
                        sh "${tool('sonar-scanner')}/bin/sonar-scanner"
                    }
                }
            }
            stage('SonarQube Quality Gate') {
                timeout(time: 5, unit: 'MINUTES') {
                    waitForQualityGate(abortPipeline: true)
                }
            }
            stage('OWASP Dependency Check') {
                dir(backend) {
                    withCredentials([string(credentialsId: 'NVD_API_KEY', variable: 'NVD_API_KEY')]) {
                        sh 'docker run --rm --user root -v $(pwd):/src -v owasp-data:/usr/share/dependency-check/data ' +
                            'owasp/dependency-check:latest --scan /src --format XML --out /src/owasp-report --nvdApiKey $NVD_API_KEY'
                    }
                }
                archiveArtifacts(artifacts: "${backend}/owasp-report/*.xml")
            }
            stage('Build & Upload Python Package to Nexus') {
                dir(backend) {
                    withCredentials([usernamePassword(credentialsId: 'nexus-cred', usernameVariable: 'TWINE_USERNAME',
                        passwordVariable: 'TWINE_PASSWORD')]) {
                        sh '. venv/bin/activate && python setup.py sdist bdist_wheel'
                        sh '. venv/bin/activate && twine upload --repository-url $NEXUS_URL/repository/python-backend-app/ dist/*'
                    }
                }
            }
            stage('Kaniko Build (to tar)') {
                sh 'docker run --rm -v $(pwd)/backend:/workspace -v $(pwd)/kaniko-cache:/cache ' +
                    'gcr.io/kaniko-project/executor:latest --context=/workspace --dockerfile=/workspace/Dockerfile ' +
                    '--tarPath=/workspace/image.tar --cache-dir=/cache --no-push'
            }
            stage('Load Image for Trivy Scan') {
                sh "docker load -i ${backend}/image.tar"
                sh "docker tag unset-repo/unset-image-name:latest ${image}:${tag}"
            }
            stage('Trivy Security Scan') {
                sh "trivy image --scanners vuln --severity HIGH,CRITICAL --timeout 15m --skip-db-update --exit-code 0 ${image}:${tag}"
            }
            stage('Push to ECR') {
                sh "aws ecr get-login-password --region ${env.AWS_REGION} | docker login --username AWS --password-stdin ${env.ECR_REGISTRY}"
                sh "docker push ${image}:${tag}"
                sh "docker tag ${image}:${tag} ${image}:latest"
                sh "docker push ${image}:latest"
            }
            status = 'SUCCESS'
        } finally {
            sh 'docker rm -f test-db || true'
            String payload = groovy.json.JsonOutput.toJson([status: status, job: env.JOB_NAME, build: env.BUILD_NUMBER,
                image: image, tag: tag, url: env.BUILD_URL])
            withEnv(["PAYLOAD=${payload}"]) {
                sh 'curl -fsS -H "Content-Type: application/json" -d "$PAYLOAD" "$GIG_NOTIFY_URL"'
            }
        }
    }
}
