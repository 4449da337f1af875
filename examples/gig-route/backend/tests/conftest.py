from datetime import timedelta

import pytest
from django.utils import timezone

from gigs.models import Gig
from users.models import User
from venues.models import Venue


@pytest.fixture
def host(db) -> User:
    return User.objects.create_user('hilda', role=User.Role.HOST, city='Bergen')


@pytest.fixture
def artist(db) -> User:
    return User.objects.create_user('arne', role=User.Role.ARTIST, city='Bergen')


@pytest.fixture
def venue(host: User) -> Venue:
    return Venue.objects.create(owner=host, name='Verftet', city='Bergen', capacity=250)


@pytest.fixture
def gig(venue: Venue) -> Gig:
    tomorrow = timezone.now() + timedelta(days=1)
    return Gig.objects.create(venue=venue, title='Jazz by the sea', genre='jazz', starts_at=tomorrow)
