from django.conf import settings
from django.db import models

from gigs.models import Gig


class Notification(models.Model):
    """What somebody should know."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name='notifications'
    )
    gig = models.ForeignKey(Gig, on_delete=models.CASCADE, related_name='notifications')
    text = models.CharField(max_length=300)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ['-created_at']
