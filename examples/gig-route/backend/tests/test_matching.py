from datetime import timedelta
from decimal import Decimal

import pytest

from gigs.bookings import book
from gigs.models import Gig
from users.models import User


def test_who_lives_there_and_played_the_genre_comes_first(client, gig, artist):
    User.objects.create_user('odd', role=User.Role.ARTIST, city='Oslo')
    earlier = Gig.objects.create(
        venue=gig.venue, title='Last week', genre='jazz', starts_at=gig.starts_at - timedelta(days=7)
    )
    book(earlier, artist, Decimal('300.00'))
    assert client.get(f'/gigs/{gig.pk}/suggestions/').json()['suggestions'] == [
        {'artist': 'arne', 'score': 55},
        {'artist': 'odd', 'score': 0},
    ]


def test_who_plays_that_day_is_not_suggested(client, gig, artist):
    book(gig, artist, Decimal('300.00'))
    assert client.get(f'/gigs/{gig.pk}/suggestions/').json()['suggestions'] == []


def test_a_second_look_rates_again(client, gig, artist):
    client.get(f'/gigs/{gig.pk}/suggestions/')
    User.objects.filter(pk=artist.pk).update(city='Oslo')
    assert client.get(f'/gigs/{gig.pk}/suggestions/').json()['suggestions'] == [{'artist': 'arne', 'score': 0}]


@pytest.mark.django_db
def test_a_gig_that_does_not_exist_is_not_found(client):
    assert client.get('/gigs/7/suggestions/').status_code == 404
