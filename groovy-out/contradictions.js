// Generated from vars/ by gig-ci. Change that file, not this one.
module.exports = {
  checks: {
    gigRouterPipeline: { file: 'vars/shared/contradictions.ts', name: 'contradictions' },
  },
  modules: {
    'vars/shared/builders.ts': function (exports, require, $gig) {
"use strict";
/** What follows from which builder makes an image. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.dockerCacheReason = void 0;
exports.isBuiltWithoutDocker = isBuiltWithoutDocker;
exports.archiveToPush = archiveToPush;
/** Why the builder `docker` keeps no layers. */
exports.dockerCacheReason = "the builder 'docker' keeps no layers, because its daemon would mix those of all builds: leave image.cache out, or give another image.builder";
/** Whether the image is in an archive alone, and never in the Docker of the machine. */
function isBuiltWithoutDocker(image) {
    return image !== false && image.builder === 'buildah';
}
/** The archive that is pushed; `''`: Docker has the image, and pushes it. */
function archiveToPush(image) {
    return isBuiltWithoutDocker(image) ? '.gig-ci/image.tar' : '';
}
    },
    'vars/shared/contradictions.ts': function (exports, require, $gig) {
"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.contradictions = contradictions;
exports.variableProblems = variableProblems;
/** What is wrong with a call although each parameter is well-formed for itself. */
const builders_1 = require("./builders");
const images_1 = require("./images");
const tags_1 = require("./tags");
/** One line for each contradiction; path and reason in two columns, as the check of a call shows them. */
function contradictions({ ecrRepo, 
// What is left out contradicts nothing.
tags = ['build'], image = {}, aws = {}, ecr = {}, django = {}, nexus = {}, tools = {}, }) {
    return [
        ...repositoryProblems(ecrRepo),
        ...tagProblems(tags),
        ...(image === false ? needlessRepository(ecr) : imageProblems(image, aws)),
        ...(django === false ? [] : variableProblems(django)),
        ...(nexus === false ? [] : addressProblems(nexus)),
        ...toolProblems(tools, image),
    ];
}
function repositoryProblems(ecrRepo) {
    const isAddress = ecrRepo.includes('.amazonaws.com');
    if (!isAddress && !ecrRepo.includes(':')) {
        return [];
    }
    const path = isAddress
        ? ecrRepo.slice(ecrRepo.indexOf('.amazonaws.com')).split('/').slice(1).join('/')
        : ecrRepo;
    const more = isAddress
        ? 'the address of a registry; that comes from the group aws'
        : 'a tag; those come from tags';
    return [problem('ecrRepo', `holds ${more}: give the name alone, '${path.split(':')[0] ?? ''}'`)];
}
function tagProblems(tags) {
    const problems = tags
        .filter((word) => !(0, tags_1.isValidTag)(word))
        .map((word) => problem('tags', `'${word}' is no tag: letters, digits, '_', '.' and '-', at most 128`));
    if (tags.every((word) => word === 'latest' || word === 'branch')) {
        problems.push(problem('tags', "all of them move: add one that names the image for ever, e.g. 'build-commit'"));
    }
    return problems;
}
function addressProblems({ url = '', allowHttp = false }) {
    return url.startsWith('http:') && !allowHttp
        ? [
            problem('nexus.url', 'is without https, so the password is readable on the way: nexus.allowHttp accepts that'),
        ]
        : [];
}
function needlessRepository({ createRepository = false }) {
    return createRepository
        ? [problem('ecr.createRepository', 'creates nothing while image is false: leave it out')]
        : [];
}
function imageProblems({ builder, cache, cacheRepo, cacheCredentialsId, buildArgs = {} }, { credentialsId }) {
    const problems = Object.keys(buildArgs)
        .filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        .map((name) => problem(`image.buildArgs.${name}`, 'is no name of a build argument'));
    if (builder === 'docker' && cache !== undefined && cache !== 'none') {
        problems.push(problem('image.cache', builders_1.dockerCacheReason));
    }
    if (cache === 'registry' && cacheRepo === undefined) {
        problems.push(problem('image.cacheRepo', "is required with image.cache: 'registry': registry and name of a repository for layers"));
    }
    if (cacheRepo !== undefined && !cacheRepo.includes('/')) {
        problems.push(problem('image.cacheRepo', 'lacks the host name of its registry: <registry>/<repository>'));
    }
    if (cacheCredentialsId !== undefined && cacheCredentialsId === credentialsId) {
        problems.push(problem('image.cacheCredentialsId', 'are the credentials that publish: commands of the Dockerfile could read them; give those of an identity for cacheRepo'));
    }
    return problems;
}
function toolProblems({ kaniko, trivy, owasp, sonarScanner, aws }, image) {
    const isUnused = image !== false && image.builder !== undefined && image.builder !== 'kaniko';
    const problems = [
        ...toolProblem('kaniko', kaniko),
        ...toolProblem('trivy', trivy),
        ...toolProblem('owasp', owasp),
        ...toolProblem('sonarScanner', sonarScanner),
        ...toolProblem('aws', aws),
    ];
    if (isUnused && kaniko !== undefined) {
        problems.push(problem('tools.kaniko', 'is of no use with this image.builder: leave out one of them'));
    }
    return problems;
}
function toolProblem(tool, origin) {
    const { image, run } = origin ?? {};
    if (image !== undefined && run === 'path') {
        return [problem(`tools.${tool}.image`, "is of no use with run: 'path': leave out one of them")];
    }
    const reason = image === undefined ? '' : (0, images_1.toolImageProblem)(image);
    return reason === '' ? [] : [problem(`tools.${tool}.image`, reason)];
}
/** Variables that a service may not define. */
function variableProblems({ env = {}, secretEnv = {} }) {
    const reason = 'may not be set: the tools of the agent or of gig-ci depend on it';
    const open = Object.keys(env).filter((name) => !isAllowedVariable(name));
    const secret = Object.keys(secretEnv).filter((name) => !isAllowedVariable(name));
    return [
        ...open.map((name) => problem(`django.env.${name}`, reason)),
        ...secret.map((name) => problem(`django.secretEnv.${name}`, reason)),
    ];
}
/** Path and reason in two columns. */
function problem(path, reason) {
    return `${path.padEnd(23)} ${reason}`;
}
/** Whether a service may define a variable: none that leads a tool of the agent astray. */
function isAllowedVariable(name) {
    const reserved = ['PATH', 'HOME', 'SHELL', 'IFS', 'ENV', 'BASH_ENV', 'WORKSPACE', 'WORKSPACE_TMP'];
    const prefixes = ['LD_', 'GIT_', 'DOCKER_', 'AWS_', 'GIG_', 'JENKINS_'];
    const upper = name.toUpperCase();
    return (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) &&
        !reserved.includes(upper) &&
        !prefixes.some((prefix) => upper.startsWith(prefix)));
}
    },
    'vars/shared/images.ts': function (exports, require, $gig) {
"use strict";
/** The tools that gig-ci chooses itself: the only place that names their images and versions. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.toolImageProblem = toolImageProblem;
exports.toolNames = toolNames;
exports.toolImage = toolImage;
exports.databaseImage = databaseImage;
exports.pythonTool = pythonTool;
/** What is wrong with the name of an image that a call gives for a tool; `''` when nothing is. */
function toolImageProblem(image) {
    const hasDigest = /^[^@ ]+@sha256:[0-9a-f]{64}$/.test(image);
    const hasTag = /^[^@ ]+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(image) && !image.endsWith(':latest');
    return hasDigest || hasTag
        ? ''
        : `'${image}' names no version: give a tag, which is not 'latest', or a digest, or tomorrow's build may run another program`;
}
/** What `gigPreflight` is to look for: the names of a tool on the PATH, or the Docker for its image. */
function toolNames(names, { run = 'auto' }) {
    switch (run) {
        case 'path':
            return names;
        case 'docker':
            return 'docker';
        default:
            return `${names}|docker`;
    }
}
/**
 * The image of a tool: the one that the call names, else the pinned one. It runs only where the tool is not on the agent's PATH.
 * @param mirror registry that keeps copies of public images; its name is put in front, e.g. for a network without Internet
 */
function toolImage(tool, mirror, given) {
    if (given !== undefined) {
        const problem = toolImageProblem(given);
        if (problem !== '') {
            throw $gig.ordinaryError(`tool.image ${problem}`);
        }
        return given;
    }
    const images = {
        aws: 'public.ecr.aws/aws-cli/aws-cli:2.37.1',
        'dependency-check': 'docker.io/owasp/dependency-check:12.2.0',
        // The maintained fork: the original project was archived in 2025.
        kaniko: 'ghcr.io/osscontainertools/kaniko:v1.28.3',
        'sonar-scanner': 'docker.io/sonarsource/sonar-scanner-cli:12.2.0.4256_8.1.0',
        // Releases 0.69.4 to 0.69.6 were malicious; this one is later.
        trivy: 'ghcr.io/aquasecurity/trivy:0.74.0',
    };
    return mirroredImage($gig.entry(images, tool), mirror);
}
/** An image as the agent can pull it: behind the mirror, when there is one. */
function mirroredImage(image, mirror) {
    return mirror === undefined || mirror === '' ? image : `${mirror}/${image}`;
}
/** The database server that runs where a call names none. */
function databaseImage(mirror) {
    const image = 'postgres:15';
    return mirror === undefined || mirror === '' ? image : mirroredImage(`docker.io/library/${image}`, mirror);
}
/** The pip requirement of a Python tool that gig-ci chooses itself. */
function pythonTool(tool) {
    const requirements = { build: 'build==1.6.1', twine: 'twine==7.0.0' };
    return $gig.entry(requirements, tool);
}
    },
    'vars/shared/tags.ts': function (exports, require, $gig) {
"use strict";
/** Tags of images: what each word of the parameter `tags` becomes for a build. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.isValidTag = isValidTag;
exports.buildTag = buildTag;
exports.localTag = localTag;
exports.imageTags = imageTags;
/** What the grammar of registries allows. */
function isValidTag(tag) {
    return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag);
}
/** The tag that identifies a build, e.g. `42-a3f5c21`. A fixed length: git's own abbreviation grows with the repository. */
function buildTag({ number, commit }) {
    return `${number}-${commit.slice(0, 7)}`;
}
/**
 * The tag of the image on the machine that builds it: what hardly another build there has, while the first builds of two branches at the same
 * commit share their {@link buildTag}.
 * @param label of the build on this machine
 */
function localTag(identity, label) {
    return `${buildTag(identity)}-${hash(label)}`;
}
/** The tags of a build. @param words as in the parameter `tags`: known words and literal tags */
function imageTags(words, build) {
    const all = [];
    const moving = [];
    const omitted = [];
    for (const word of words) {
        const tag = tagOf(word, build);
        if (tag === undefined) {
            omitted.push(word === 'semver'
                ? `'semver': this is no build of a git tag like v1.2.3`
                : `'branch': this job has no branch`);
        }
        else if (!all.includes(tag)) {
            all.push(tag);
            if (word === 'latest' || word === 'branch') {
                moving.push(tag);
            }
        }
    }
    return { all, fixed: all.filter((tag) => !moving.includes(tag)), moving, omitted };
}
function tagOf(word, build) {
    switch (word) {
        case 'build-commit':
            return buildTag(build);
        case 'build':
            return `${build.number}`;
        case 'commit':
            return build.commit.slice(0, 7);
        case 'branch':
            return build.branch === undefined ? undefined : branchTag(build.branch);
        case 'semver':
            return build.gitTag === undefined ? undefined : semanticTag(build.gitTag);
        default:
            return word;
    }
}
/** `v1.4.0` -> `1.4.0`; none for a git tag that is no version. A registry knows no `+`. */
function semanticTag(gitTag) {
    const version = gitTag.startsWith('v') ? gitTag.slice(1) : gitTag;
    return /^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(version) ? version.replaceAll('+', '_') : undefined;
}
/** `main` -> `main`, `feature/x` -> `feature-x-p8de6l`: what had to be changed gets a hash, so that two branches hardly share a tag. */
function branchTag(branch) {
    if (isValidTag(branch)) {
        return branch;
    }
    const readable = branch.replaceAll(/[^A-Za-z0-9_.-]+/g, '-').replaceAll(/^[.-]+/g, '');
    // Nothing is readable of a name in other letters than these.
    const start = readable === '' ? '' : `${readable.slice(0, 120)}-`;
    return `${start}${hash(branch)}`;
}
/** Six characters that differ for different texts, nearly always; the factor is larger than any UTF-16 unit and keeps the product exact. */
function hash(text) {
    let value = 5381;
    for (const character of text.split('')) {
        value = $gig.finite(($gig.finite($gig.finite(value * 65599) + (character.codePointAt(0) ?? 0))) % 2147483647);
    }
    let digits = '';
    while (digits.length < 6) {
        digits += '0123456789abcdefghijklmnopqrstuvwxyz'.charAt($gig.finite(value % 36));
        value = $gig.finite(Math.floor($gig.finite(value / 36)));
    }
    return digits;
}
    },
  },
};
