//! Who was there, whether that was enough, and what was decided, in sentences.

use crate::{
    domain::{Text, meeting::Meeting, motion::Motion, roll::Count, rule::Share},
    text::Lang,
};

/// Who was there.
pub fn attendance_sentence(count: &Count, lang: &Lang) -> String {
    let text = Text::new("words-attendance")
        .with("present", count.present.all)
        .with("represented", count.represented.all)
        .with("eligible", count.eligible.all);
    lang.text(&text)
}

/// Whether that was enough.
pub fn quorum_sentence(meeting: &Meeting, count: &Count, lang: &Lang) -> String {
    let quorum = Share::parse(&meeting.quorum.0).map_or((0, true), |quorum| count.quorum(quorum));
    let text = Text::new(if quorum.1 { "words-quorum" } else { "words-no-quorum" });
    lang.text(&text.with("needed", quorum.0).with("there", count.room().there()).with("reference", &*meeting.quorum.1))
}

/// What was decided, and how.
pub fn resolution(motion: &Motion, lang: &Lang) -> String {
    let votes = motion.taken.as_ref().and_then(|taken| taken.votes).unwrap_or_default();
    let text = Text::new("words-votes").with("for", votes.in_favour).with("against", votes.against);
    let outcome = motion.outcome().map_or("", |outcome| lang.label(outcome.text_id()));
    format!("{} {outcome}", lang.text(&text))
}
