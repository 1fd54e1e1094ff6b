"""The thresholds of every judgement in one place. They are printed in the legend, so that nobody has to guess."""

from data.model import Record


class Settings(Record):
    """Thresholds of the rules of the numbers. Each field's comment is the rule that it belongs to."""

    small_count: int = 5  # 6: a count from 1 to this minus one is hidden
    hardly_any_change: float = 0.10  # 3: progress between minus and plus this is hardly any change
    on_schedule_margin: float = 0.10  # 3: progress may lag the calendar by this much and still be on schedule
    stale_intervals: float = 2.0  # 3: older than so many collection intervals is stale
    run_chart_points: int = 5  # 2: from so many monthly points a run chart with trial limits
    locked_points: int = 12  # 2, 7: from so many the limits are final
    same_length_days: int = 31  # 4, 5: periods whose lengths differ by more do not compare
    z: float = 1.96  # 5: normal quantile of 95 % intervals
    limit_factor: float = 2.66  # 7: limits = mean ± this × mean moving range
    moving_range_limit: float = 3.267  # 7: a moving range above this × their mean is left out of the mean
    season_months: int = 36  # 7: from so many months a season is looked for
    season_correlation: float = 0.5  # 7: with the month a year before, above which the rules do not apply
    run_length: int = 7  # 7: so many points in a row on one side of the centre line
    trend_length: int = 7  # 7: so many points that rise or fall without a break


SETTINGS = Settings()
