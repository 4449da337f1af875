"""How an artist is booked."""

from decimal import Decimal

from django.db import transaction

from gigs.models import Booking, Gig
from notifications.models import Notification
from users.models import User


@transaction.atomic
def book(gig: Gig, artist: User, fee: Decimal) -> Booking:
    """Books an artist and tells artist and host; both or neither happens."""
    booking = Booking.objects.create(gig=gig, artist=artist, fee=fee)
    for recipient in (artist, gig.venue.owner):
        Notification.objects.create(recipient=recipient, gig=gig, text=f'{artist.username} plays at {gig}.')
    return booking
