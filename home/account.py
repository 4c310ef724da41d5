from wagtail.admin.views import account


class AccountView(account.AccountView):
    """Without a portrait: editors need none, and a photograph tells where and when it was taken.

    Without a choice of mails as well, since none are sent.
    """

    left_out = (account.AvatarSettingsPanel, account.NotificationsSettingsPanel)

    def get_panels(self) -> list[account.BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if not isinstance(panel, self.left_out)]
