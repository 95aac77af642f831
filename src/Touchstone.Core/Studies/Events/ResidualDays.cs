namespace Touchstone.Studies;

/// <summary>Which residuals of two events belong together when their correlation is taken.</summary>
public enum ResidualDays
{
    /// <summary>Those of the same calendar day: what dependence between securities means.</summary>
    CalendarDate,

    /// <summary>Those of the same estimation day, counted from the event: what other programs use.</summary>
    EventTime,
}
