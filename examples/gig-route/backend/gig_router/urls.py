from django.contrib import admin
from django.urls import path

from gig_router.health import health
from gigs.views import gig_list, gig_suggestions

urlpatterns = [
    path('admin/', admin.site.urls),
    path('health/', health, name='health'),
    path('gigs/', gig_list, name='gig-list'),
    path('gigs/<int:pk>/suggestions/', gig_suggestions, name='gig-suggestions'),
]
