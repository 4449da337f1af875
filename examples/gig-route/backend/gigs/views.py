from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ai_services.matching import suggest
from gigs.models import Gig


@require_GET
def gig_list(request: HttpRequest) -> JsonResponse:
    """The gigs to come, the next one first; `?city=` narrows them down."""
    gigs = Gig.objects.upcoming().select_related('venue')
    if city := request.GET.get('city'):
        gigs = gigs.filter(venue__city__iexact=city)
    return JsonResponse({
        'gigs': [
            {'id': gig.pk, 'title': gig.title, 'venue': str(gig.venue), 'starts_at': gig.starts_at}
            for gig in gigs
        ],
    })


@require_GET
def gig_suggestions(request: HttpRequest, pk: int) -> JsonResponse:
    """Artists who would suit a gig, the best first."""
    gig = get_object_or_404(Gig.objects.select_related('venue'), pk=pk)
    return JsonResponse({
        'suggestions': [{'artist': match.artist.username, 'score': match.score} for match in suggest(gig)],
    })
