namespace Touchstone.Measures;

/// <summary>The place of a return among those of peers.</summary>
internal static class PeerRank
{
    private static readonly Parameter Peers = new("peers", ParameterKind.Subjects, "The others, each over the same window on its own exchange.");

    private static readonly Parameter Order = Parameter.Choice("order", "Whether the largest or the smallest return is first.", "best", "worst");

    public static Measure Measure { get; } = new(Bind)
    {
        Name = "rank-among",
        Question = "Which place did its return take among its peers?",
        Family = "price",
        Arguments = [Parameter.Subject, Parameter.Window, Peers, Order],
        Unit = "rank; 1 is first",
        Roles = ["prices", "actions", "events"],
        Formula = "1 + number of peers with a greater return (order=worst: smaller)",
        Source = "Standard competition ranking of returns; each in its own currency.",
        Words = ["top performer among", "best-performing", "worst-performing", "led", "most among"],
        Example = "rank-among(HARBT, 1d, HARB)",
    };

    private static Bound Bind(Call call)
    {
        var subject = call.Subject(Parameter.Subject);
        var own = Return.Of(subject, call.Window(Parameter.Window, subject));
        var peers = call.Subjects(Peers).Where(peer => peer != subject).Select(peer => (Peer: peer, Return: Return.Of(peer, call.Window(Parameter.Window, peer)))).ToArray();
        var sign = call.Text(Order) == "best" ? 1 : -1;
        return new Bound(Unit.Rank, (asOf, working) =>
        {
            var ours = own.Calculate(asOf, working);
            if (ours.Problem is not null)
            {
                return ours;
            }

            working?.Step($"{subject.Id}", "return over the window", ours.Value, Unit.Percent);
            var returns = new double[peers.Length];
            for (var i = 0; i < peers.Length; i++)
            {
                var (peer, calculation) = peers[i];
                var theirs = calculation.Calculate(asOf, working);
                if (theirs.Problem is not null)
                {
                    return theirs;
                }

                returns[i] = theirs.Value;
                working?.Step($"{peer.Id}", "return over the window", theirs.Value, Unit.Percent);
            }

            var rank = Superlative.Rank(returns, ours.Value, sign);
            working?.Formula("1 + number of peers ahead");
            working?.Convention("Returns are compared each in its own currency.");
            working?.Step("rank", $"1 + {rank - 1} ahead of {subject.Id} among {peers.Length} peers", rank, Unit.Rank);
            return rank;
        });
    }
}
