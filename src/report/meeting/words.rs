//! What minutes say of a vote, of a quorum and of who was there: sentences made from the records each time they are
//! shown or printed, never kept.

use crate::{
    domain::{
        Arg, Text,
        meeting::Meeting,
        member::Sex,
        motion::{Conflict, Measure, Motion, Taken, Terms},
        roll::{Count, Heads},
        rule::{Base, Call, Majority, Outcome, Share, Votes},
    },
    text::Lang,
};

/// A rule as it is looked up: `at least two thirds of all members · statutes, art. 31 · to be checked in your statutes`.
pub fn majority(measure: &Measure<Majority>, lang: &Lang) -> String {
    rule(&measure.value.text(), measure, lang)
}

/// A rule of quorum as it is looked up.
pub fn quorum(measure: &Measure<Share>, lang: &Lang) -> String {
    let share = measure.value;
    let is_anybody = share.needed(u32::MAX) == 0;
    rule(&if is_anybody { share.text() } else { Majority { share, base: Base::Members }.text() }, measure, lang)
}

fn rule<T>(value: &Text, measure: &Measure<T>, lang: &Lang) -> String {
    let certainty = measure.certainty.map(|certainty| lang.label(certainty.text_id()).to_owned());
    let parts = [lang.text(value), measure.reference.clone()].into_iter().chain(certainty);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The resolution in words, as minutes give it: its text, who moved it, the votes, what they decided and by which rule,
/// and who did not vote.
pub fn resolution(motion: &Motion, lang: &Lang) -> String {
    let mut said = vec![heading(motion)];
    said.extend(movers(motion.entry.get("mover"), motion.entry.get("seconder")));
    if let Some(before) = motion.text_before() {
        let numbers: Vec<String> = motion.amendments.iter().map(|a| a.number.to_string()).collect();
        let text = Text::new("words-amended").with("before", before).with("count", numbers.len());
        said.push(text.with("numbers", numbers.join(", ")));
    }
    match (&motion.withdrawn, &motion.taken) {
        (Some(reason), _) if reason.is_empty() => said.push(Text::new("words-withdrawn")),
        (Some(reason), _) => said.push(Text::new("words-withdrawn-because").with("reason", ended(reason))),
        (None, None) => said.push(Text::new("words-not-voted")),
        (None, Some(taken)) => {
            said.extend(vote(taken, lang));
            if !motion.conflicts.is_empty() {
                let text = Text::new("words-conflict").with("count", motion.conflicts.len());
                said.push(text.with("names", names(&motion.conflicts, lang)));
            }
        }
    }
    said.iter().map(|text| lang.text(text)).collect::<Vec<_>>().join(" ")
}

/// Number and text.
fn heading(motion: &Motion) -> Text {
    let number = motion.number().to_string();
    let is_adopted = motion.outcome() == Some(Outcome::Adopted);
    match motion.amends() {
        Some(amends) => Text::new(if is_adopted { "words-amendment-adopted" } else { "words-amendment" })
            .with("number", number)
            .with("amends", amends.to_string())
            .with("text", motion.text()),
        None => Text::new("words-resolution").with("number", number).with("text", ended(motion.text())),
    }
}

fn movers(mover: &str, seconder: &str) -> Option<Text> {
    match (mover.is_empty(), seconder.is_empty()) {
        (false, false) => Some(Text::new("words-moved-seconded").with("mover", mover).with("seconder", seconder)),
        (false, true) => Some(Text::new("words-moved").with("mover", mover)),
        (true, false) => Some(Text::new("words-seconded").with("seconder", seconder)),
        (true, true) => None,
    }
}

/// A text with a point at its end.
fn ended(text: &str) -> String {
    let is_ended = text.trim_end().ends_with(['.', '!', '?', ':', ';', '»', '”', '…']);
    format!("{}{}", text.trim_end(), if is_ended { "" } else { "." })
}

/// The votes, and what they decided.
fn vote(taken: &Taken, lang: &Lang) -> Vec<Text> {
    let all = taken.room.voters();
    let is_adopted = taken.outcome == Outcome::Adopted;
    let by = |id| Text::new(id).with("by", by(&taken.method));
    let Some(votes) = taken.votes else {
        return match taken.outcome {
            Outcome::NoQuorum => vec![by("words-uncounted"), decided(taken)],
            Outcome::Adopted => vec![by("words-evident-adopted")],
            Outcome::Rejected | Outcome::Withdrawn => vec![by("words-evident-rejected")],
        };
    };
    if is_adopted && votes.in_favour == all {
        return vec![by("words-unanimous").with("voters", all)];
    }
    let counted = by("words-votes").with("votes", counted(votes, &taken.method, lang)).with("voters", all);
    let silent = all.saturating_sub(votes.all());
    let silent = (silent > 0).then(|| Text::new("words-silent").with("count", silent));
    std::iter::once(counted).chain(silent).chain([decided(taken)]).collect()
}

/// What a vote decided, and by which rule.
fn decided(taken: &Taken) -> Text {
    let Taken { votes, room, quorum, majority, outcome, .. } = taken;
    if let (Outcome::NoQuorum, Some(quorum)) = (outcome, quorum) {
        return Text::new("words-no-quorum")
            .with("share", quorum.value.text())
            .with("needed", quorum.value.needed(room.eligible))
            .with("eligible", room.eligible)
            .with("there", room.there())
            .with("reference", reference(&quorum.reference));
    }
    let terms = Terms { quorum: None, majority: majority.clone(), room: *room };
    let (needed, of) = terms.needed(votes.unwrap_or_default());
    if of == 0 {
        return Text::new("words-nobody");
    }
    let Majority { share, base } = majority.value;
    Text::new(if *outcome == Outcome::Adopted { "words-adopted" } else { "words-rejected" })
        .with("share", share.text())
        .with("base", Text::new(out_of(base)))
        .with("needed", needed)
        .with("of", of)
        .with("reference", reference(&majority.reference))
}

/// Where a rule stands, behind its figures.
fn reference(reference: &str) -> Arg {
    if reference.is_empty() {
        return Arg::Str(String::new());
    }
    Text::new("words-reference").with("reference", reference).into()
}

const fn out_of(base: Base) -> &'static str {
    match base {
        Base::Votes => "words-of-votes",
        Base::Cast => "words-of-cast",
        Base::Present => "words-of-present",
        Base::Members => "words-of-members",
    }
}

/// How the votes were found, in a sentence.
fn by(method: &str) -> Text {
    Text::new(match method {
        "hands" => "words-by-hands",
        "secret" => "words-by-secret",
        "stand" => "words-by-stand",
        "names" => "words-by-names",
        _ => "words-by-nothing",
    })
}

/// The votes as a list; blank ballots where there are some, or could have been.
fn counted(votes: Votes, method: &str, lang: &Lang) -> String {
    let Votes { in_favour, against, abstained, blank } = votes;
    let mut parts = vec![("words-for", in_favour), ("words-against", against), ("words-abstained", abstained)];
    if blank > 0 || method == "secret" {
        parts.push(("words-blank", blank));
    }
    let parts = parts.into_iter().map(|(id, count)| lang.text(&Text::new(id).with("count", count))).collect();
    listed(parts, lang)
}

/// Several as people say them: `a, b and c`.
fn listed(mut parts: Vec<String>, lang: &Lang) -> String {
    match parts.pop() {
        Some(last) if !parts.is_empty() => {
            lang.text(&Text::new("words-and").with("first", parts.join(", ")).with("last", last))
        }
        last => last.unwrap_or_default(),
    }
}

fn names(conflicts: &[Conflict], lang: &Lang) -> String {
    let titled = |conflict: &Conflict| {
        let sex = conflict.sex.map_or("", Sex::code);
        lang.text(&Text::new("words-person").with("sex", sex).with("name", conflict.name.as_str()))
    };
    listed(conflicts.iter().map(titled).collect(), lang)
}

/// Whether a meeting has its quorum, and by which rule.
pub fn quorum_sentence(meeting: &Meeting, count: &Count, lang: &Lang) -> String {
    let there = Text::new("words-there")
        .with("eligible", count.eligible.all)
        .with("present", count.present.all)
        .with("represented", count.represented.all)
        .with("there", count.room().there());
    let (value, stands) = &meeting.quorum;
    let second = meeting.call() == Call::Second;
    let rule = Share::parse(value).ok().map(|quorum| {
        let (needed, is_met) = count.quorum(quorum);
        if needed == 0 {
            return Text::new("words-quorum-any");
        }
        let id = match (is_met, second) {
            (true, false) => "words-quorum-met",
            (true, true) => "words-quorum-met-second",
            (false, _) => "words-quorum-missed",
        };
        Text::new(id).with("share", quorum.text()).with("needed", needed).with("reference", reference(stands))
    });
    let said: Vec<String> = std::iter::once(there).chain(rule).map(|text| lang.text(&text)).collect();
    said.join(" ")
}

/// Who was there, by sex.
pub fn attendance_sentence(count: &Count, lang: &Lang) -> String {
    let heads = |(id, heads): (&'static str, Heads)| {
        let unknown = heads.all.saturating_sub(heads.women + heads.men);
        let sexes = [("words-women", heads.women), ("words-men", heads.men), ("words-sex-unknown", unknown)];
        let sexes = sexes.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| lang.text(&Text::new(id).with("count", n)));
        let by_sex = sexes.collect::<Vec<_>>().join(", ");
        let by_sex = if by_sex.is_empty() { by_sex } else { format!(" ({by_sex})") };
        lang.text(&Text::new(id).with("count", heads.all).with("by_sex", by_sex))
    };
    let always = [("words-present", count.present)];
    let some = [
        ("words-represented", count.represented),
        ("words-excused", count.excused),
        ("words-left", count.left),
        ("words-guests", count.guests),
    ];
    let some = some.into_iter().filter(|(_, heads)| heads.all > 0);
    always.into_iter().chain(some).map(heads).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
