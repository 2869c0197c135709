//! Several lines at once, as a reader of bar codes sends them, and those among them that were not understood.

use super::{Ask, Match, Mode, RollCall, enter::tried};
use crate::{
    command::roll,
    tui::{
        screen::{Cx, Flow, Input},
        widget::line::Line,
    },
};
use anyhow::Result;

impl RollCall {
    /// Several lines at once, as a reader of bar codes sends them: each is typed and entered; what is not read without
    /// doubt waits in the line, one after the other.
    pub(super) fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<Flow> {
        cx.permit(&roll::ARRIVE)?;
        let ends = ['\n', '\r', '\t'];
        // what waits does not come into the line before all is read
        let mut unread = std::mem::take(&mut self.unread);
        let (whole, rest) = text.rsplit_once(ends).unwrap_or(("", text));
        for (at, piece) in whole.split(ends).filter(|piece| !piece.trim().is_empty()).enumerate() {
            if at == 0 {
                self.line.input(&Input::Paste(piece));
            } else {
                self.line = Line::new(piece.trim());
            }
            self.look_up(cx)?;
            match self.found[..] {
                [Match::Line(at)] if self.is_entered(at) => self.line = Line::new(""),
                [Match::Line(at)] => drop(self.take(at, cx)?),
                _ => unread.push_back(std::mem::replace(&mut self.line, Line::new("")).text()),
            }
        }
        self.unread = unread;
        self.line.input(&Input::Paste(rest));
        self.read_on(cx)?;
        self.show(cx);
        Ok(Flow::Stay)
    }

    /// Whether Enter would change nothing on a line, so that a card that was read twice does not stop the others.
    fn is_entered(&self, at: usize) -> bool {
        let wanted = if self.mode == Mode::Arrives { &roll::ARRIVE } else { &roll::ABSENT };
        let line = self.sheet.line(at);
        line.is_some_and(|line| self.is_pending(line.id) || tried(line, wanted).is_err())
    }

    /// Puts the next line that could not be read into the line, when that is free.
    pub(super) fn read_on(&mut self, cx: &mut Cx) -> Result<()> {
        if self.line.is_empty()
            && matches!(self.ask, Ask::Nothing)
            && let Some(next) = self.unread.pop_front()
        {
            self.line = Line::new(&next);
            self.look_up(cx)?;
            if self.found.is_empty() {
                self.nobody(cx);
            }
            self.line.select_all();
        } else {
            self.look_up(cx)?;
        }
        Ok(())
    }
}
