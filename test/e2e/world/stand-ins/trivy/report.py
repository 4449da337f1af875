"""Trivy's report, and its formats."""

import json

from findings import Package, vulnerabilities
from image import packages_of, system_of

SEVERITIES = ['UNKNOWN', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL']


def report_of(image: dict, name: str, known: list[dict]) -> dict:
    """All that is known of an image, as Trivy writes it in JSON."""
    packages = packages_of(image)
    family, version = system_of(image)
    found = vulnerabilities(packages, known)
    config = image['config']
    kinds = (('debian', f'{name} ({family} {version})', 'os-pkgs', family), ('python', 'Python', 'lang-pkgs', 'python-pkg'))
    return {
        'SchemaVersion': 2,
        'ArtifactName': name,
        'ArtifactType': 'container_image',
        'Metadata': {
            'OS': {'Family': family, 'Name': version},
            'ImageID': image['id'],
            'DiffIDs': config['rootfs']['diff_ids'],
            'RepoTags': image['names'],
            'ImageConfig': config,
        },
        'Results': [
            {
                'Target': target,
                'Class': kind_of_class,
                'Type': type_,
                'Vulnerabilities': [entry_of(package, entry) for package, entry in found if package.kind == kind],
            }
            for kind, target, kind_of_class, type_ in kinds
            if any(package.kind == kind for package in packages)
        ],
    }


def entry_of(package: Package, entry: dict) -> dict:
    found = {
        'VulnerabilityID': entry['id'],
        'PkgName': package.name,
        'PkgPath': package.path,
        'InstalledVersion': package.version,
        'Status': 'fixed' if entry['fixed'] else 'affected',
        'PrimaryURL': f'https://avd.aquasec.com/nvd/{entry["id"].lower()}',
        'Title': entry['title'],
        'Severity': entry['severity'],
    }
    return {**found, 'FixedVersion': entry['fixed']} if entry['fixed'] else found


def filtered(report: dict, severities: list[str], ignores_unfixed: bool, ignored: set[str]) -> dict:
    """Leaves out what does not count."""
    for result in report['Results']:
        kept = [
            entry
            for entry in result.pop('Vulnerabilities', [])
            if entry['Severity'] in severities
            and entry['VulnerabilityID'] not in ignored
            and not (ignores_unfixed and 'FixedVersion' not in entry)
        ]
        if kept:
            result['Vulnerabilities'] = kept
    return report


def findings(report: dict) -> list[dict]:
    return [entry for result in report['Results'] for entry in result.get('Vulnerabilities', [])]


def rendered(report: dict, format_: str) -> str:
    if format_ == 'json':
        return json.dumps(report, indent=2)
    if format_ == 'sarif':
        return json.dumps(sarif(report), indent=2)
    return table(report)


def table(report: dict) -> str:
    lines = []
    for result in report['Results']:
        found = result.get('Vulnerabilities', [])
        counts = ', '.join(f'{severity}: {sum(entry["Severity"] == severity for entry in found)}' for severity in SEVERITIES)
        lines += ['', result['Target'], '=' * len(result['Target']), f'Total: {len(found)} ({counts})', '']
        for entry in found:
            columns = ('PkgName', 'VulnerabilityID', 'Severity', 'Status', 'InstalledVersion', 'FixedVersion', 'Title')
            lines.append(' | '.join(entry.get(column, '') for column in columns))
    return '\n'.join(lines) + '\n'


def sarif(report: dict) -> dict:
    levels = {'CRITICAL': 'error', 'HIGH': 'error', 'MEDIUM': 'warning'}
    found = findings(report)
    rules = {entry['VulnerabilityID']: {'id': entry['VulnerabilityID'], 'shortDescription': {'text': entry['Title']}} for entry in found}
    return {
        'version': '2.1.0',
        '$schema': 'https://json.schemastore.org/sarif-2.1.0.json',
        'runs': [
            {
                'tool': {'driver': {'name': 'Trivy', 'fullName': 'Trivy Vulnerability Scanner', 'rules': list(rules.values())}},
                'results': [
                    {
                        'ruleId': entry['VulnerabilityID'],
                        'level': levels.get(entry['Severity'], 'note'),
                        'message': {'text': f'{entry["PkgName"]} {entry["InstalledVersion"]}: {entry["Title"]}'},
                        'locations': [{'physicalLocation': {'artifactLocation': {'uri': entry['PkgPath']}}}],
                    }
                    for entry in found
                ],
            }
        ],
    }
