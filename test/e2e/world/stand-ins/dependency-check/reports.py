"""The reports of Dependency-Check, by format."""

import html
import json
from xml.etree import ElementTree

from findings import Package

Found = list[tuple[Package, list[dict]]]

FILES = {
    'XML': 'dependency-check-report.xml',
    'JSON': 'dependency-check-report.json',
    'HTML': 'dependency-check-report.html',
    'CSV': 'dependency-check-report.csv',
    'SARIF': 'dependency-check-report.sarif',
    'JUNIT': 'dependency-check-junit.xml',
    'JENKINS': 'dependency-check-jenkins.html',
    'GITLAB': 'dependency-check-gitlab.json',
}


def render(format_: str, project: str, found: Found) -> str:
    writers = {
        'XML': as_xml, 'JSON': as_json, 'HTML': as_html, 'JENKINS': as_html, 'CSV': as_csv, 'SARIF': as_sarif, 'JUNIT': as_junit,
        'GITLAB': as_gitlab,
    }
    return writers[format_](project, found)


def as_xml(project: str, found: Found) -> str:
    space = 'https://jeremylong.github.io/DependencyCheck/dependency-check.4.1.xsd'
    root = ElementTree.Element('analysis', {'xmlns': space})
    information = ElementTree.SubElement(root, 'projectInfo')
    ElementTree.SubElement(information, 'name').text = project
    dependencies = ElementTree.SubElement(root, 'dependencies')
    for package, entries in found:
        dependency = ElementTree.SubElement(dependencies, 'dependency', {'isVirtual': 'false'})
        ElementTree.SubElement(dependency, 'fileName').text = f'{package.name}:{package.version}'
        ElementTree.SubElement(dependency, 'filePath').text = package.path
        if entries:
            listed = ElementTree.SubElement(dependency, 'vulnerabilities')
            for entry in entries:
                vulnerability = ElementTree.SubElement(listed, 'vulnerability', {'source': 'NVD'})
                ElementTree.SubElement(vulnerability, 'name').text = entry['id']
                ElementTree.SubElement(vulnerability, 'severity').text = entry['severity']
                score = ElementTree.SubElement(vulnerability, 'cvssV3')
                ElementTree.SubElement(score, 'baseScore').text = str(entry['cvss'])
                ElementTree.SubElement(vulnerability, 'description').text = entry['title']
    return ElementTree.tostring(root, encoding='unicode', xml_declaration=True)


def as_json(project: str, found: Found) -> str:
    dependencies = []
    for package, entries in found:
        dependency: dict = {'fileName': f'{package.name}:{package.version}', 'filePath': package.path}
        if entries:
            dependency['vulnerabilities'] = [
                {
                    'source': 'NVD',
                    'name': entry['id'],
                    'severity': entry['severity'],
                    'cvssv3': {'baseScore': entry['cvss'], 'baseSeverity': entry['severity']},
                    'description': entry['title'],
                }
                for entry in entries
            ]
        dependencies.append(dependency)
    return json.dumps({'reportSchema': '1.1', 'projectInfo': {'name': project}, 'dependencies': dependencies}, indent=2)


def rows(found: Found) -> list[tuple[str, ...]]:
    return [
        (package.name, package.version, entry['id'], entry['severity'], str(entry['cvss']), entry['title'])
        for package, entries in found
        for entry in entries
    ]


def as_html(project: str, found: Found) -> str:
    cells = ''.join('<tr>' + ''.join(f'<td>{html.escape(cell)}</td>' for cell in row) + '</tr>' for row in rows(found))
    title = html.escape(f'Dependency-Check Report: {project}')
    return f'<!DOCTYPE html><title>{title}</title><h1>{title}</h1><p>{len(found)} dependencies</p><table>{cells}</table>'


def as_csv(project: str, found: Found) -> str:
    return '\n'.join(','.join(f'"{cell}"' for cell in (project, *row)) for row in rows(found)) + '\n'


def as_sarif(project: str, found: Found) -> str:
    results = [{'ruleId': row[2], 'message': {'text': f'{row[0]} {row[1]}: {row[5]}'}} for row in rows(found)]
    runs = [{'tool': {'driver': {'name': 'dependency-check'}}, 'results': results}]
    return json.dumps({'version': '2.1.0', 'runs': runs})


def as_junit(project: str, found: Found) -> str:
    suite = ElementTree.Element('testsuite', {'name': project, 'tests': str(len(found))})
    for package, entries in found:
        case = ElementTree.SubElement(suite, 'testcase', {'name': f'{package.name}:{package.version}'})
        for entry in entries:
            ElementTree.SubElement(case, 'failure', {'message': entry['id']})
    return ElementTree.tostring(suite, encoding='unicode', xml_declaration=True)


def as_gitlab(project: str, found: Found) -> str:
    listed = [{'id': row[2], 'name': row[5], 'severity': row[3].capitalize()} for row in rows(found)]
    return json.dumps({'version': '15.0.6', 'vulnerabilities': listed})
