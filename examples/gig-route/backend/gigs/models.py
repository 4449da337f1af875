from django.conf import settings
from django.db import models
from django.utils import timezone

from venues.models import Venue


class GigQuerySet(models.QuerySet):
    def upcoming(self) -> 'GigQuerySet':
        return self.filter(starts_at__gte=timezone.now()).order_by('starts_at')


class Gig(models.Model):
    """An evening at a venue."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name='gigs')
    title = models.CharField(max_length=200)
    genre = models.CharField(max_length=50)
    starts_at = models.DateTimeField()

    objects = GigQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title


class Booking(models.Model):
    """An artist who plays at a gig."""

    gig = models.ForeignKey(Gig, on_delete=models.CASCADE, related_name='bookings')
    artist = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name='bookings')
    fee = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=['gig', 'artist'], name='one_booking_per_gig_and_artist'),
            models.CheckConstraint(condition=models.Q(fee__gte=0), name='fee_is_not_negative'),
        ]
