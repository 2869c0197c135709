//! Who was there, whether that was enough, and what was decided, in sentences.

use crate::{
    domain::{Text, motion::Motion, roll::Count, rule::Share},
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
pub fn quorum_sentence(count: &Count, quorum: Share, reference: &str, lang: &Lang) -> String {
    let (needed, is_met) = count.quorum(quorum);
    let text = Text::new(if is_met { "words-quorum" } else { "words-no-quorum" });
    lang.text(&text.with("needed", needed).with("there", count.room().there()).with("reference", reference))
}

/// What was decided, and how.
pub fn resolution(motion: &Motion, lang: &Lang) -> String {
    let votes = motion.taken.as_ref().and_then(|taken| taken.votes).unwrap_or_default();
    let text = Text::new("words-votes").with("for", votes.in_favour).with("against", votes.against);
    let outcome = motion.outcome().map_or("", |outcome| lang.label(outcome.text_id()));
    format!("{} {outcome}", lang.text(&text))
}
