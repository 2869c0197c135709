//! Who was there, whether that was enough, and what was decided, in sentences.

use crate::{
    domain::{meeting::Meeting, motion::Motion, roll::Count},
    text::Lang,
};

/// Who was there.
pub fn attendance_sentence(count: &Count, _: &Lang) -> String {
    format!("{} / {}", count.present.all, count.eligible.all)
}

/// Whether that was enough.
pub fn quorum_sentence(_: &Meeting, count: &Count, _: &Lang) -> String {
    format!("{}", count.room().there())
}

/// What was decided, and how.
pub fn resolution(motion: &Motion, lang: &Lang) -> String {
    format!("{} {}", motion.text(), motion.outcome().map_or("", |outcome| lang.label(outcome.text_id())))
}
