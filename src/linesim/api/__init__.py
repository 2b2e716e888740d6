"""LINE's own API, one file for each family of endpoints."""

from linesim.api import (
    account_link,
    authorize,
    chat,
    content,
    group,
    login,
    message,
    oauth,
    profile,
    quota,
    webhook,
)

ROUTES = [
    *message.ROUTES,
    *quota.ROUTES,
    *content.ROUTES,
    *profile.ROUTES,
    *group.ROUTES,
    *chat.ROUTES,
    *webhook.ROUTES,
    *oauth.ROUTES,
    *login.ROUTES,
    *authorize.ROUTES,
    *account_link.ROUTES,
]
