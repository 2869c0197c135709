//! Two people have written in one item: what touches different paragraphs goes together, the rest is chosen.

use super::Editor;
use crate::{
    command::minutes::ANY_OTHER,
    domain::{Text, minutes::Piece},
    store::{self, meeting::Item},
    tui::screen::{Cx, Flow, conflict::Conflict},
};
use anyhow::Result;

/// What both have written, while somebody chooses.
pub struct Both {
    /// The place of the sheet.
    at: usize,
    /// The item as the other has saved it.
    theirs: Item,
    pieces: Vec<Piece>,
}

impl Editor {
    /// Somebody else has saved an item that was changed here: what touches nothing of theirs goes in, the rest is shown.
    pub(super) fn collide(&mut self, item: i64, cx: &mut Cx) -> Result<Flow> {
        let place = self.sheets.iter().position(|sheet| sheet.is_for(item));
        let items = cx.reader.items(self.meeting.id())?;
        let theirs =
            items.into_iter().find(|row| row.entry.id == item || (item == 0 && row.entry.get("kind") == ANY_OTHER));
        let (Some(at), Some(theirs)) = (place, theirs) else { return Err(store::Error::NotFound.into()) };
        let pieces = self.sheets[at].merge(&theirs);
        let sides: Vec<_> = pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Differs { mine, theirs } => Some((mine.join(" ¶ "), theirs.join(" ¶ "))),
                Piece::Agreed(_) => None,
            })
            .enumerate()
            .map(|(at, (mine, theirs))| {
                let label = Text::new("minutes-piece").with("number", at + 1);
                (cx.lang.text(&label), mine, theirs, false)
            })
            .collect();
        self.at = at;
        self.is_leaving = false;
        if sides.is_empty() {
            self.settle(&Both { at, theirs, pieces }, &[], cx);
            cx.say(&Text::new("minutes-merged"));
            return Ok(Flow::Stay);
        }
        self.both = Some(Both { at, theirs, pieces });
        self.show(cx);
        Ok(Flow::push(Conflict::new(sides)))
    }

    /// Saves what was made of both; of passages that differ mine, or the other's where that was chosen.
    pub(super) fn settle(&mut self, both: &Both, sides: &[bool], cx: &mut Cx) {
        if let Some(sheet) = self.sheets.get_mut(both.at) {
            sheet.take(&both.theirs, &both.pieces, sides, cx.now);
        }
        self.show(cx);
        self.save(cx);
    }
}
