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
                Piece::Differs { mine, theirs } => Some(differing(&mine.join(" ¶ "), &theirs.join(" ¶ "))),
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

/// What is shown of two passages: in long ones what both begin and end with is left out, but for some words.
fn differing(mine: &str, theirs: &str) -> (String, String) {
    const KEPT: usize = 3;
    let [mine, theirs] = [mine, theirs].map(|text| text.split(' ').collect::<Vec<&str>>());
    let head = mine.iter().zip(&theirs).take_while(|(a, b)| a == b).count();
    let tail = mine[head..].iter().rev().zip(theirs[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let shown = |words: &[&str]| {
        let (from, to) = (head.saturating_sub(KEPT), (words.len() - tail.saturating_sub(KEPT)).max(head));
        let (before, behind) = (if from > 0 { "… " } else { "" }, if to < words.len() { " …" } else { "" });
        format!("{before}{}{behind}", words[from..to].join(" "))
    };
    (shown(&mine), shown(&theirs))
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn of_long_passages_what_differs_is_shown() {
        let (mine, theirs) = differing("a b c d e mine f g h i j", "a b c d e f g h i j");
        assert_eq!((mine.as_str(), theirs.as_str()), ("… c d e mine f g h …", "… c d e f g h …"));
        assert_eq!(differing("x", "y"), ("x".to_owned(), "y".to_owned()));
    }
}
