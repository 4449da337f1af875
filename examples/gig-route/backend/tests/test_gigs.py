from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.utils import timezone

from gigs.bookings import book
from gigs.models import Booking, Gig
from venues.models import Venue


def test_the_list_has_the_gigs_to_come(client, gig):
    Gig.objects.create(venue=gig.venue, title='Over', genre='jazz', starts_at=timezone.now() - timedelta(days=1))
    (listed,) = client.get('/gigs/').json()['gigs']
    assert (listed['title'], listed['venue']) == ('Jazz by the sea', 'Verftet, Bergen')


def test_the_list_can_be_narrowed_down_to_a_city(client, gig):
    assert len(client.get('/gigs/', {'city': 'bergen'}).json()['gigs']) == 1
    assert client.get('/gigs/', {'city': 'Oslo'}).json()['gigs'] == []


def test_a_booking_tells_artist_and_host(gig, artist, host):
    book(gig, artist, Decimal('500.00'))
    for user in (artist, host):
        assert [notification.text for notification in user.notifications.all()] == ['arne plays at Jazz by the sea.']


@pytest.mark.django_db(transaction=True)
def test_nobody_is_booked_twice_or_told_so(gig, artist):
    book(gig, artist, Decimal('500.00'))
    with pytest.raises(IntegrityError):
        book(gig, artist, Decimal('600.00'))
    assert Booking.objects.count() == 1
    assert artist.notifications.count() == 1


def test_a_fee_is_not_negative(gig, artist):
    with pytest.raises(IntegrityError, match='fee_is_not_negative'):
        book(gig, artist, Decimal('-1.00'))


def test_a_city_has_a_name_once(venue):
    with pytest.raises(IntegrityError, match='one_venue_per_name_and_city'):
        Venue.objects.create(owner=venue.owner, name='Verftet', city='Bergen', capacity=10)
