from django.conf import settings
from django.db import models


class Venue(models.Model):
    """A place where artists play."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name='venues')
    name = models.CharField(max_length=200)
    city = models.CharField(max_length=100)
    capacity = models.PositiveIntegerField()
    step_free = models.BooleanField(default=False, help_text='Can be reached without steps.')

    class Meta:
        constraints = [models.UniqueConstraint(fields=['name', 'city'], name='one_venue_per_name_and_city')]

    def __str__(self) -> str:
        return f'{self.name}, {self.city}'
