using System.Collections.Frozen;

namespace Touchstone.Claims;

/// <summary>How a word of movement is used.</summary>
internal enum MoveForm
{
    /// <summary>A finite or infinite verb: <c>rose</c>, <c>rising</c>.</summary>
    Verb,

    /// <summary>A past or perfect verb that states a move by itself: <c>soared</c>.</summary>
    PastVerb,

    /// <summary>A noun: <c>gain</c>, <c>increase</c>.</summary>
    Noun,

    /// <summary>An adverb: <c>up</c>, <c>higher</c>.</summary>
    Adverb,
}

/// <summary>A word of movement.</summary>
/// <param name="Sign">+1 up, -1 down.</param>
/// <param name="Form">How it is used.</param>
internal readonly record struct Move(int Sign, MoveForm Form);

/// <summary>Words that say which way something went.</summary>
internal static class Directions
{
    private const string UpVerbs = "rise rises rising climb climbs climbing jump jumps jumping surge surges surging soar soars soaring rally rallies rallying advance advances advancing gain gains gaining add adds adding increase increases increasing rebound rebounds rebounding bounce bounces bouncing leap leaps leaping spike spikes spiking grow grows growing pop pops popping recover recovers recovering appreciate appreciates swell swells strengthen strengthens skyrocket skyrockets edge inch vault vaults rocket rockets rocketing returning return swelling recouping picking notching outpace";
    private const string UpPast = "rose risen climbed jumped surged soared rallied advanced gained added increased rebounded bounced leapt leaped spiked grew grown popped recovered appreciated swelled swollen strengthened skyrocketed vaulted rocketed firmed returned recouped improved managed delivered regained clawed zoomed zipped roared";
    private const string DownVerbs = "fall falls falling drop drops dropping decline declines declining lose loses losing slide slides sliding slip slips slipping sink sinks sinking slump slumps slumping tumble tumbles tumbling plunge plunges plunging plummet plummets plummeting crash crashes crashing tank tanks tanking shed sheds shedding retreat retreats retreating ease eases easing dip dips dipping weaken weakens shrink shrinks shrinking erase erases erasing wipe wipes wiping dive dives diving crater craters cratering wane slid depreciate depreciates surrendering surrender";
    private const string DownPast = "fell fallen dropped declined lost slid slipped sank sunk slumped tumbled plunged plummeted crashed tanked retreated eased dipped weakened shrank shrunk erased wiped dived dove cratered depreciated surrendered swooned nosedived skidded forfeited crumbled sagged wilted stumbled buckled";
    private const string UpNouns = "gain gains rise increase increases surge jump rally advance advances climb rebound upturn bounce leap spike growth uptick upswing pop recovery runup appreciation return returns improvement";
    private const string DownNouns = "fall drop drops decline declines loss losses slide slump plunge tumble selloff reduction decrease dip retreat rout crash downturn correction setback slip stumble";
    private const string Ups = "up higher above stronger better firmer ahead";
    private const string Downs = "down lower below weaker off worse softer";

    private static readonly FrozenDictionary<string, Move> Table = Build();

    public static bool TryGet(string lower, out Move move) => Table.TryGetValue(lower, out move);

    public static bool IsVerb(string lower) => Table.TryGetValue(lower, out var move) && move.Form is MoveForm.Verb or MoveForm.PastVerb;

    /// <summary>Whether a word can be the noun of a move, whatever else it can be: <c>jump</c>, <c>rally</c>.</summary>
    public static bool TryNoun(string lower, out int sign)
    {
        sign = UpNounSet.Contains(lower) ? 1 : DownNounSet.Contains(lower) ? -1 : 0;
        return sign != 0;
    }

    /// <summary>Verbs that hold a move as their object: <c>posted a 5% gain</c>.</summary>
    public static bool IsHolder(string lower) => Holders.Contains(lower);

    /// <summary>Verbs that say where a day ended.</summary>
    public static bool IsClose(string lower) => lower is "closed" or "close" or "closing" or "closes" or "ended" or "ending" or "ends" or "finished" or "finishing" or "finish" or "settled" or "settling" or "settle";

    private static readonly FrozenSet<string> UpNounSet = UpNouns.Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> DownNounSet = DownNouns.Split(' ').ToFrozenSet();
    private static readonly FrozenSet<string> Holders = "posted posting posts saw seen see sees seeing recorded recording logged logging notched notching suffered suffering enjoyed enjoying experienced experiencing had has have having booked booking registered registering delivered delivering clocked capped capping marked marking made with secured scored scoring staged staging returned extended extending pared paring trimmed recovered reversing reversed shows show showed showing eked eking bringing taking boasts boast boasting nursing nurses adding".Split(' ').ToFrozenSet();

    private static FrozenDictionary<string, Move> Build()
    {
        var table = new Dictionary<string, Move>(StringComparer.Ordinal);
        Add(UpNouns, 1, MoveForm.Noun);
        Add(DownNouns, -1, MoveForm.Noun);
        Add(UpVerbs, 1, MoveForm.Verb);
        Add(DownVerbs, -1, MoveForm.Verb);
        Add(UpPast, 1, MoveForm.PastVerb);
        Add(DownPast, -1, MoveForm.PastVerb);
        Add(Ups, 1, MoveForm.Adverb);
        Add(Downs, -1, MoveForm.Adverb);
        return table.ToFrozenDictionary();

        void Add(string words, int sign, MoveForm form)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = new Move(sign, form);
            }
        }
    }
}
