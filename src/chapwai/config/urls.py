"""Every address of the service but the webhook, which wsgi.py serves before all this."""

from django.urls import path

from chapwai.web.document import DocumentPage
from chapwai.web.health import health
from chapwai.web.original import original, photo

urlpatterns = [
    path("healthz", health, name="health"),
    path("documents/<str:token>", DocumentPage.as_view(), name="document"),
    path("requests/<str:token>", original, name="original"),
    path("requests/<str:token>/photo", photo, name="photo"),
]
