import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder


@pytest.mark.django_db
def test_a_database_with_all_migrations_is_healthy(client):
    response = client.get('/health/')
    assert (response.status_code, response.json()) == (200, {'status': 'ok'})


@pytest.mark.django_db
def test_a_migration_that_is_not_applied_is_named(client):
    MigrationRecorder(connection).record_unapplied('notifications', '0001_initial')
    response = client.get('/health/')
    assert response.status_code == 503
    assert 'not applied' in response.json()['reason']


def test_a_database_that_is_gone_is_no_exception(client, monkeypatch):
    def refuse(*_):
        raise DatabaseError('gone')

    monkeypatch.setattr('gig_router.health.MigrationExecutor', refuse)
    response = client.get('/health/')
    assert response.status_code == 503
    assert response.json()['reason'] == 'the database does not answer'
