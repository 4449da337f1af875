"""The Gig Router: settings, addresses and health of the service."""
