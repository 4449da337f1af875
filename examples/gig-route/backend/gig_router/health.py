"""Whether the service can do its work, for whoever sends requests to it."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET


@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and has every migration, else 503 with the reason."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return JsonResponse({'status': 'unavailable', 'reason': 'the database does not answer'}, status=503)
    if pending:
        reason = f'{len(pending)} migrations are not applied'
        return JsonResponse({'status': 'unavailable', 'reason': reason}, status=503)
    return JsonResponse({'status': 'ok'})
