"""LINE's own API, one file for each family of endpoints."""

from linesim.api import (
    account_link,
    authorize,
    chat,
    content,
    group,
    liff,
    liff_apps,
    login,
    message,
    oauth,
    profile,
    quota,
    rich_menu,
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
    *rich_menu.ROUTES,
    *oauth.ROUTES,
    *login.ROUTES,
    *authorize.ROUTES,
    *account_link.ROUTES,
    *liff_apps.ROUTES,
    *liff.ROUTES,
]
