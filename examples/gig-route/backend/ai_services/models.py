from django.conf import settings
from django.db import models

from gigs.models import Gig


class Match(models.Model):
    """How well an artist suits a gig, from 0 to 100."""

    gig = models.ForeignKey(Gig, on_delete=models.CASCADE, related_name='matches')
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name='matches')
    score = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ['-score', 'artist__username']
        constraints = [models.UniqueConstraint(fields=['gig', 'artist'], name='one_match_per_gig_and_artist')]
