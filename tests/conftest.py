"""What holds for every test: how Hypothesis tries examples."""

from hypothesis import HealthCheck, settings

# Neither the time of an example nor that of finding one says anything of the code: other processes take it too.
settings.register_profile("seuranta", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("seuranta")
settings.register_profile("quick", settings.get_profile("seuranta"), max_examples=10)  # for `make check`
