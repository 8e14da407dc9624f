from datetime import UTC, date, datetime, timedelta

import pytest

import settings


def test_today_moves_on_while_a_server_runs(monkeypatch, settings_env):
    settings_env(PARTICIPATION_TODAY=None)
    found = settings.read_settings()
    tomorrow = datetime.now(UTC) + timedelta(days=1)

    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz=None):
            return tomorrow

    monkeypatch.setattr(settings, "datetime", Tomorrow)
    assert found.today == settings.read_settings().today == tomorrow.date()


def test_a_day_that_is_given_stands_still(settings_env):
    settings_env(PARTICIPATION_TODAY="2026-10-31")
    assert settings.read_settings().today == date(2026, 10, 31)


def test_a_day_that_is_none_is_refused_by_name(settings_env):
    settings_env(PARTICIPATION_TODAY="soon")
    with pytest.raises(settings.SettingError, match="PARTICIPATION_TODAY"):
        settings.read_settings()
