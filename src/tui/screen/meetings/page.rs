//! The page of a meeting.

use crate::{
    domain::{meeting::MEETING, noun::Noun},
    report::member::words,
    store,
    text::Lang,
    tui::{
        keymap::Cmd,
        screen::{
            Cx, Flow,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::page::Line,
    },
};
use anyhow::Result;

/// The page of one meeting.
pub struct MeetingPage(i64);

/// The page of the meeting `id`.
pub fn page(id: i64) -> RecordPage<MeetingPage> {
    RecordPage::new(MeetingPage(id))
}

impl Subject for MeetingPage {
    type Own = ();

    fn owner(&self) -> (&'static str, i64) {
        ("meeting", self.0)
    }
    fn area(&self) -> usize {
        2
    }
    fn place(&self, lang: &Lang) -> String {
        lang.label("area-meetings").to_owned()
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        cx.reader.record_label("meeting", self.0)
    }
    fn lines(&self, cx: &Cx) -> store::Result<Lines<()>> {
        let meeting = cx.reader.meeting(self.0)?.entry;
        let line = |code| Line::new("", words::entry(&meeting, code, &cx.lang), What::Own(()));
        Ok(["kind", "held_on"].map(line).into())
    }
    fn added(&self) -> &'static [&'static Noun] {
        &[]
    }
    fn run(&self, _: Cmd, _: Option<&()>, _: &mut Cx) -> Result<Flow> {
        let _ = &MEETING;
        Ok(Flow::Ignored)
    }
}
