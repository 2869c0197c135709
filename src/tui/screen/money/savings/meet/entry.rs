//! What the line of a meeting's sheet reads: `147 3` is member 147 and three shares, `147 3 500` another contribution to
//! the social fund than that of the cycle; a number alone is asked how many.

use super::Sheet;
use crate::{
    command::{ledger, savings as command},
    domain::{
        Text,
        amount::Amount,
        day,
        savings::{Bought, agrees},
    },
    store,
    text::Lang,
    tui::{
        keymap::azerty_digit,
        screen::{Cx, Outcome, Toast, meetings::people},
        widget::line::Line,
    },
};
use anyhow::Result;

/// What the line asks.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Who, and how many shares.
    Who,
    /// How many shares somebody buys.
    Shares(i64, String),
    /// What was counted in the box.
    Counted,
    /// The day of the meeting.
    Day,
    /// Why what somebody bought is voided: the entry, and who.
    Why(i64, String),
}

impl Ask {
    /// What stands before the line.
    pub fn prompt(&self, lang: &Lang) -> String {
        match self {
            Self::Who => lang.label("savings-ask-who").to_owned(),
            Self::Shares(_, label) => lang.text(&Text::new("savings-ask-shares").with("of", label.as_str())),
            Self::Counted => lang.label("savings-ask-counted").to_owned(),
            Self::Day => lang.label("savings-ask-day").to_owned(),
            Self::Why(_, label) => lang.text(&Text::new("savings-ask-why").with("of", label.as_str())),
        }
    }
}

/// The text that says who, and the figures behind it.
fn split(typed: &str) -> (String, Vec<String>) {
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let mut figures = Vec::new();
    let is_figure = |word: &str| {
        let word: String = word.chars().map(azerty_digit).collect();
        word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    while words.len() > 1 && figures.len() < 2 && words.last().is_some_and(|word| is_figure(word)) {
        figures.insert(0, words.pop().unwrap_or_default().chars().map(azerty_digit).collect());
    }
    (words.join(" "), figures)
}

/// Whether a text begins with a number behind which something stands that is no figure.
fn begins_with_number(who: &str) -> bool {
    let first = who.split_once(' ').map_or("", |(first, _)| first);
    !first.is_empty() && first.chars().map(azerty_digit).all(|c| c.is_ascii_digit())
}

impl Sheet {
    /// Asks something in the line.
    pub(super) fn ask(&mut self, ask: Ask, typed: &str, cx: &Cx) {
        let digits = !matches!(ask, Ask::Who | Ask::Why(..));
        self.ask = ask;
        self.line = Line::new(typed).with_azerty_digits(digits && cx.preference.azerty);
        self.line.select_all();
        self.found.clear();
        self.in_grid = false;
    }

    /// Looks for whom the text in the line may mean: of the group first, then of the register.
    pub(super) fn look_up(&mut self, cx: &Cx) -> store::Result<()> {
        (self.picked, self.asked) = (0, None);
        self.found.clear();
        let (who, _) = split(&self.line.text());
        if who.is_empty() || !matches!(self.ask, Ask::Who) {
            return Ok(());
        }
        let mut found: Vec<(i64, String)> =
            people::find_either(&who, cx)?.iter().map(|row| (row.id, people::heading(row))).collect();
        let is_inside = |member: i64| self.people.iter().any(|person| person.member == member);
        // whoever has that number goes before those whose names hold it
        let is_number = who.chars().map(azerty_digit).all(|c| c.is_ascii_digit());
        if !is_number {
            found.sort_by_key(|(member, _)| !is_inside(*member));
        }
        // a number with a name is whoever was chosen of a list; with anything else it is mistyped
        if begins_with_number(&who) {
            found.retain(|(_, label)| *label == who);
        }
        self.found = found;
        Ok(())
    }

    /// Enter.
    pub(super) fn answer(&mut self, cx: &mut Cx) -> Result<()> {
        let typed = self.line.text().trim().to_owned();
        if let Err(text) = self.read_answer(&typed, cx)? {
            cx.complain(&text);
            self.line.select_all();
        }
        Ok(())
    }

    fn read_answer(&mut self, typed: &str, cx: &mut Cx) -> Result<std::result::Result<(), Text>> {
        match self.ask.clone() {
            Ask::Who => return self.who(typed, cx),
            Ask::Shares(member, _) => {
                let figures: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
                match self.row(member, &figures, cx)? {
                    Ok(row) => self.put(row, cx)?,
                    Err(text) => return Ok(Err(text)),
                }
                self.ask(Ask::Who, "", cx);
            }
            Ask::Day => match day::parse(typed, cx.clock.today(), day::Order::Dmy) {
                Ok(on) if on > cx.clock.today() => {
                    return Ok(Err(Text::new("err-day-future").with("day", day::show(on))));
                }
                Ok(on) => {
                    self.turn_to(on, cx)?;
                    self.ask(Ask::Who, "", cx);
                }
                Err(text) => return Ok(Err(text)),
            },
            Ask::Counted => {
                if typed.is_empty() {
                    return Ok(Err(Text::new("err-savings-counted")));
                }
                let counted = match Amount::parse_in(typed, &self.cycle.share.currency) {
                    Ok(counted) => counted.minor,
                    Err(text) => return Ok(Err(text)),
                };
                if let Err(text) = agrees(&self.cycle, &self.bought(), counted) {
                    return Ok(Err(text));
                }
                self.ask(Ask::Who, "", cx);
                self.send(counted, cx);
            }
            Ask::Why(entry, label) => {
                let reason = typed.to_owned();
                if reason.is_empty() {
                    return Ok(Err(Text::new("err-reason")));
                }
                self.ask(Ask::Who, "", cx);
                self.is_writing = true;
                cx.write(move |store, session, _| {
                    let id = ledger::reverse(store, session, entry, &reason)?;
                    Ok(Outcome::Saved { id, said: Text::new("savings-voided").with("name", label) })
                });
            }
        }
        Ok(Ok(()))
    }

    /// Enter on a number or a name, with or without figures; on a blank line the row of the cursor.
    fn who(&mut self, typed: &str, cx: &mut Cx) -> Result<std::result::Result<(), Text>> {
        let (who, figures) = split(typed);
        let found = match self.found.get(self.picked) {
            Some((member, label)) => (*member, label.clone()),
            None if typed.is_empty() && self.in_grid && self.at < self.people.len() => {
                let person = &self.people[self.at];
                (person.member, person.label.clone())
            }
            None if typed.is_empty() => {
                cx.toast = Some(Toast::Plain(cx.lang.label("savings-hint").to_owned()));
                return Ok(Ok(()));
            }
            None if begins_with_number(&who) => return Ok(Err(Text::new("err-savings-line").with("text", typed))),
            None => return Ok(Err(Text::new("err-who-none").with("text", who))),
        };
        if self.asked != Some(found.0) && self.is_stranger(found.0) {
            self.asked = Some(found.0);
            return Ok(Err(Text::new("savings-new").with("name", found.1)));
        }
        if figures.is_empty() {
            let known = self.people.iter().find(|person| person.member == found.0);
            let before = known.and_then(|person| person.bought.as_ref()).map(|row| row.shares.to_string());
            let at = self.at;
            self.ask(Ask::Shares(found.0, found.1), &before.unwrap_or_default(), cx);
            self.at = at;
            return Ok(Ok(()));
        }
        match self.row(found.0, &figures, cx)? {
            Ok(row) => {
                self.put(row, cx)?;
                self.ask(Ask::Who, "", cx);
                Ok(Ok(()))
            }
            Err(text) => Ok(Err(text)),
        }
    }

    /// A row out of figures: shares, and what is paid into the social fund unless it is what everybody pays.
    fn row(&self, member: i64, figures: &[String], cx: &Cx) -> Result<std::result::Result<Bought, Text>> {
        let wrong = |text: &str| Text::new("err-count").with("text", text).with("most", self.cycle.most_shares);
        let Some(first) = figures.first() else { return Ok(Err(wrong(""))) };
        let Ok(shares) = first.parse::<u32>() else { return Ok(Err(wrong(first))) };
        let social = match figures.get(1) {
            None => self.cycle.social,
            Some(text) => match Amount::parse_in(text, &self.cycle.share.currency) {
                Ok(amount) => amount.minor,
                Err(text) => return Ok(Err(text)),
            },
        };
        let row = Bought { member, shares, social };
        Ok(match command::may_buy(&cx.reader, &self.cycle, &row, self.on) {
            Ok(()) => Ok(row),
            Err(store::Error::Invalid(text)) => Err(text),
            Err(error) => return Err(error.into()),
        })
    }

    /// F2: asks what was counted.
    pub(super) fn close(&mut self, cx: &mut Cx) -> Result<()> {
        cx.permit(&command::MEET)?;
        if self.bought().is_empty() {
            cx.complain(&Text::new("err-savings-empty"));
        } else {
            self.ask(Ask::Counted, "", cx);
        }
        Ok(())
    }

    /// Takes what is typed off the row of the cursor; of what is written asks why.
    pub(super) fn take_off(&mut self, cx: &mut Cx) -> Result<()> {
        let Some(person) = self.people.get_mut(self.at) else { return Ok(()) };
        if person.bought.take().is_some() {
            self.keep.typed(cx.now);
            return Ok(());
        }
        let last = person.written.last().map(|bought| (bought.entry, person.label.clone()));
        if let Some((entry, label)) = last {
            cx.permit(&ledger::REVERSE)?;
            self.ask(Ask::Why(entry, label), "", cx);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{begins_with_number, split};

    #[test]
    fn a_number_and_what_is_no_figure_is_mistyped() {
        for wrong in ["2 x", "12 3 500 1", "é x", "147 trois"] {
            assert!(begins_with_number(&split(wrong).0), "{wrong}");
        }
        for right in ["2", "2 3", "147 3 500", "kabeya x", "kabeya 3", ""] {
            assert!(!begins_with_number(&split(right).0), "{right}");
        }
    }

    #[test]
    fn a_number_alone_is_somebody_and_figures_behind_it_are_shares() {
        let read = |typed| {
            let (who, figures) = split(typed);
            (who, figures.join(" "))
        };
        assert_eq!(read("147"), ("147".into(), String::new()));
        assert_eq!(read("147 3"), ("147".into(), "3".into()));
        assert_eq!(read("kabeya ngoyi 3 500"), ("kabeya ngoyi".into(), "3 500".into()));
        assert_eq!(read("&é \""), ("&é".into(), "3".into()));
        assert_eq!(read("12 3 500 1"), ("12 3".into(), "500 1".into()));
        assert_eq!(read(""), (String::new(), String::new()));
    }
}
