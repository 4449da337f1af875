"""Which artists suit a gig."""

from django.db.models import Count, Q, QuerySet

from ai_services.models import Match
from gigs.models import Gig
from users.models import User

LIVES_THERE = 40
PLAYED_THE_GENRE = 15


def suggest(gig: Gig) -> QuerySet[Match]:
    """Rates the artists who are free for a gig, and keeps what it found for the next time."""
    artists = (
        User.objects.filter(role=User.Role.ARTIST)
        .exclude(bookings__gig__starts_at__date=gig.starts_at.date())
        .annotate(times=Count('bookings', filter=Q(bookings__gig__genre=gig.genre)))
    )
    Match.objects.bulk_create(
        [Match(gig=gig, artist=artist, score=score(gig, artist.city, artist.times)) for artist in artists],
        update_conflicts=True,
        unique_fields=['gig', 'artist'],
        update_fields=['score'],
    )
    return gig.matches.select_related('artist').filter(artist__in=artists)


def score(gig: Gig, city: str, times: int) -> int:
    """Points for the way to the venue and for each time that the genre was played."""
    near = LIVES_THERE if city.casefold() == gig.venue.city.casefold() else 0
    return min(100, near + PLAYED_THE_GENRE * times)
