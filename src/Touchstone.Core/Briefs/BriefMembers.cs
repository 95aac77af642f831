using System.Collections.Immutable;
using Touchstone.Data;
using Touchstone.Measures;

namespace Touchstone.Briefs;

/// <summary>The members of the subject and the window over which all of them can be told.</summary>
internal sealed class BriefMembers
{
    /// <summary>How many calendar days before a base without closes another one is looked for.</summary>
    private const int BaseDays = 7;

    private readonly BriefDraft _draft;
    private readonly Lazy<MemberList?> _list;
    private readonly Lazy<Window?> _window;
    private readonly Lazy<bool> _hasUnits;

    public BriefMembers(BriefDraft draft)
    {
        _draft = draft;
        _list = new Lazy<MemberList?>(() => CanHave ? draft.Market.Members(draft.Subject.Id).On(draft.Day) : null);
        _hasUnits = new Lazy<bool>(() => Any && draft.Try("weight", draft.Id, "top=1") is not null);
        _window = new Lazy<Window?>(FindWindow);
    }

    /// <summary>Whether the kind of the subject has members at all.</summary>
    public bool CanHave => _draft.Subject.Kind is InstrumentKind.Index or InstrumentKind.Basket;

    /// <summary>Whether the package knows members on the day.</summary>
    public bool Any => _list.Value is not null;

    /// <summary>Whether the package has units, so that members have weights and contributions.</summary>
    public bool HaveUnits => _hasUnits.Value;

    /// <summary>The ids of the members on the day, in order.</summary>
    public ImmutableArray<InstrumentId> Ids => _list.Value is { } list ? [.. list.Members.Select(member => member.Instrument)] : [];

    /// <summary>The month of the list they are taken from, or null when they are those of the day.</summary>
    public DateOnly? Month => _list.Value?.Month is { } month && DateOnly.TryParseExact(month, "yyyy-MM", out var first) ? first : null;

    /// <summary>
    /// The window of the headline, or, where closes of the members are missing on its base day, from the last session of the week before that has them; null when there is none.
    /// </summary>
    public Window? Window => _window.Value;

    /// <summary>Notes why the window of the members is not that of the headline.</summary>
    public void Excuse()
    {
        if (Window != _draft.Window)
        {
            _draft.Omit(Fault(_draft.Window));
        }
    }

    public string NameOf(InstrumentId id) => _draft.Market.Instrument(id) is { } instrument ? _draft.NameOf(instrument) : id.Value;

    private Window? FindWindow()
    {
        var asked = _draft.Window;
        if (Fault(asked) is null)
        {
            return asked;
        }

        var resolved = _draft.Evaluator.Resolve(_draft.Subject.Id, asked, _draft.AsOf);
        if (!resolved.HasValue || resolved.Value.From >= resolved.Value.To)
        {
            return null;
        }

        var calendar = _draft.Market.CalendarOf(_draft.Subject.Id);
        for (var day = calendar.Before(resolved.Value.From); day >= resolved.Value.From.AddDays(-BaseDays); day = calendar.Before(day))
        {
            var span = Measures.Window.Parse($"{day:yyyy-MM-dd}..{resolved.Value.To:yyyy-MM-dd}").Value!;
            if (Fault(span) is null)
            {
                return span;
            }
        }

        return null;
    }

    private BriefOmission? Fault(Window window)
    {
        var what = $"the figures of the members {Wording.Loosely(window)}";
        return _draft.WhyNot(what, "breadth", _draft.Id, window.ToString()) ?? (HaveUnits ? _draft.WhyNot(what, "top-contribution", _draft.Id, window.ToString(), "1") : null);
    }
}
