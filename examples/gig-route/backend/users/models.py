from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who plays, or who runs a venue."""

    class Role(models.TextChoices):
        ARTIST = 'artist'
        HOST = 'host'

    role = models.CharField(max_length=10, choices=Role, default=Role.ARTIST)
    city = models.CharField(max_length=100, blank=True)
