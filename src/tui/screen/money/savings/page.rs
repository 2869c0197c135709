//! The page of a cycle: what is in its funds, who has saved how much, its loans, its meetings.

use super::{aid, cycle, cycle::percent, lend, meet, share_out, shares, there};
use crate::{
    command,
    domain::{
        Text, day,
        member::show_number,
        noun::{FILE, NOTE, Noun},
        savings::Cycle,
        takes::Takes,
    },
    store::{
        self,
        savings::{Help, Loan, Saved},
    },
    text::Lang,
    tui::{
        keymap::{Cmd, Scope},
        screen::{
            Cx, Flow, members,
            money::{AREA, shown},
            paper::choose::Choose,
            record::{Lines, RecordPage, Subject, What},
        },
        widget::page::Line,
    },
};
use anyhow::Result;
use chrono::NaiveDate;

/// What a line of the page is about.
pub enum About {
    /// The rules.
    Rules,
    /// Somebody who saves or borrows.
    Member(i64, Option<i64>),
    /// A meeting.
    Met(NaiveDate),
}

static ADDED: [&Noun; 2] = [&NOTE, &FILE];

/// The page of one cycle.
pub struct CyclePage {
    id: i64,
}

/// The page of the cycle `id`.
pub fn page(id: i64) -> RecordPage<CyclePage> {
    RecordPage::new(CyclePage { id })
}

fn own(label: impl Into<String>, text: impl Into<String>, about: About) -> Line<What<About>> {
    Line::new(label, text, What::Own(about))
}

impl CyclePage {
    fn money(cycle: &Cycle, saved: &[Saved], loans: &[Loan], cx: &Cx) -> store::Result<Lines<About>> {
        let lang = &cx.lang;
        let amount = |minor| shown(minor, &cycle.share.currency, lang);
        let mut lines = Vec::new();
        let mut add = |id, text: String| lines.push(own(lang.label(id), text, About::Rules));
        if let Some(on) = cycle.closed_on {
            add("cycle-closed", day::show(on));
        }
        let lent: i64 = loans.iter().map(|loan| loan.open).sum();
        let (fund, social) = (there(cycle, cycle.fund, cx)?, there(cycle, cycle.social_fund, cx)?);
        add("cycle-fund", amount(fund));
        add("cycle-lent", amount(lent));
        let count: i64 = saved.iter().map(|saver| saver.shares).sum();
        if count > 0 && cycle.closed_on.is_none() {
            let text = Text::new("cycle-value").with("count", count).with("worth", cycle.amount((fund + lent) / count));
            add("cycle-shares", lang.text(&text));
        }
        add("cycle-social", amount(social));
        let rules = Text::new("cycle-rules")
            .with("share", cycle.share.clone())
            .with("most", cycle.most_shares)
            .with("multiple", cycle.loan_multiple)
            .with("charge", lang.value(Takes::Amount, &percent(cycle.charge)));
        add("cycle-rule", lang.text(&rules));
        let until = Text::new("cycle-days").with("from", day::show(cycle.from_on));
        add("cycle-when", lang.text(&until.with("until", day::show(cycle.until_on))));
        Ok(lines)
    }

    fn people(cycle: &Cycle, saved: &[Saved], loans: &[Loan], cx: &Cx) -> Lines<About> {
        let amount = |minor| shown(minor, &cycle.share.currency, &cx.lang);
        let line = |saver: &Saved| {
            let number = saver.number.map(show_number).unwrap_or_default();
            let mut parts = vec![saver.name.clone(), shares(saver.shares, cx), amount(cycle.worth(saver.shares))];
            let owes: i64 = loans.iter().filter(|loan| loan.member == saver.member).map(|loan| loan.open).sum();
            if owes > 0 {
                parts.push(cx.lang.text(&Text::new("cycle-owes").with("amount", cycle.amount(owes))));
            }
            own(number, parts.join(" · "), About::Member(saver.member, saver.number))
        };
        saved.iter().map(line).collect()
    }

    fn loans(cycle: &Cycle, loans: &[Loan], cx: &Cx) -> Lines<About> {
        let (lang, today) = (&cx.lang, cx.clock.today());
        let line = |loan: &Loan| {
            let due = Text::new("loan-due").with("day", day::show(loan.due_on));
            let state = match loan.open {
                0 => lang.label("loan-paid").to_owned(),
                open => lang.text(&Text::new("loan-open").with("amount", cycle.amount(open))),
            };
            let amount = shown(loan.minor, &cycle.share.currency, lang);
            let parts = [loan.borrower.clone(), amount, state, lang.text(&due), loan.purpose.clone()];
            let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let mark = if loan.is_late(today) { "! " } else { "" };
            own(day::show(loan.lent_on), format!("{mark}{text}"), About::Member(loan.member, None))
        };
        loans.iter().map(line).collect()
    }

    fn helps(cycle: &Cycle, cx: &Cx) -> store::Result<Lines<About>> {
        let line = |help: Help| {
            let amount = shown(help.minor, &cycle.share.currency, &cx.lang);
            own(day::show(help.on), [help.name, amount, help.purpose].join(" · "), About::Member(help.member, None))
        };
        Ok(cx.reader.helps(cycle)?.into_iter().map(line).collect())
    }

    fn met(&self, cycle: &Cycle, cx: &Cx) -> store::Result<Lines<About>> {
        let amount = |minor| shown(minor, &cycle.share.currency, &cx.lang);
        let line = |met: store::savings::Met| {
            let people = cx.lang.text(&Text::new("savings-people").with("count", met.people));
            let parts = [people, shares(met.shares, cx), amount(cycle.worth(met.shares) + met.social)];
            own(day::show(met.on), parts.join(" · "), About::Met(met.on))
        };
        Ok(cx.reader.meetings_saved(self.id)?.into_iter().map(line).collect())
    }
}

impl Subject for CyclePage {
    type Own = About;

    fn owner(&self) -> (&'static str, i64) {
        ("cycle", self.id)
    }
    fn area(&self) -> usize {
        AREA
    }
    fn scope(&self) -> Scope {
        Scope::Cycle
    }
    fn place(&self, lang: &Lang) -> String {
        format!("{} › {}", lang.label("area-money"), lang.label("section-savings"))
    }
    fn name(&self, cx: &Cx) -> store::Result<String> {
        Ok(cx.reader.cycle(self.id)?.name)
    }
    fn added(&self) -> &'static [&'static Noun] {
        &ADDED
    }

    fn lines(&self, cx: &Cx) -> store::Result<Lines<About>> {
        let cycle = cx.reader.cycle(self.id)?;
        let (saved, loans) = (cx.reader.saved(self.id)?, cx.reader.loans(self.id)?);
        let mut lines = Self::money(&cycle, &saved, &loans, cx)?;
        for (heading, part) in [
            ("cycle-savers", Self::people(&cycle, &saved, &loans, cx)),
            ("cycle-loans", Self::loans(&cycle, &loans, cx)),
            ("cycle-helps", Self::helps(&cycle, cx)?),
            ("cycle-meetings", self.met(&cycle, cx)?),
        ] {
            if !part.is_empty() {
                lines.push(Line::heading(cx.lang.label(heading)));
                lines.extend(part);
            }
        }
        Ok(lines)
    }

    fn name_of(&self, cmd: Cmd) -> &'static str {
        if cmd == Cmd::Archive { "record-remove" } else { cmd.text_id() }
    }

    fn run(&self, cmd: Cmd, about: Option<&About>, cx: &mut Cx) -> Result<Flow> {
        Ok(match (cmd, about) {
            (Cmd::Meet, _) => Flow::push(meet::screen(self.id, None, cx)?),
            (Cmd::Lend, _) => lend::begin(self.id, cx)?,
            (Cmd::Aid, _) => aid::begin(self.id, cx)?,
            (Cmd::ShareOut, _) => Flow::push(share_out::screen(self.id)),
            (Cmd::Edit, _) | (Cmd::Open, Some(About::Rules)) => {
                cx.permit(&command::savings::CYCLE)?;
                cycle::form(Some(self.id), cx)?
            }
            (Cmd::Open, Some(About::Member(id, _))) => Flow::push(members::detail::page(*id)),
            (Cmd::Open, Some(About::Met(on))) => Flow::push(meet::screen(self.id, Some(*on), cx)?),
            (Cmd::Print, about) => {
                let name = cx.reader.cycle(self.id)?.name;
                let mut preset = vec![("cycle", name)];
                match about {
                    Some(About::Member(_, Some(number))) => preset.push(("member", number.to_string())),
                    Some(About::Met(on)) => preset.push(("date", on.to_string())),
                    _ => {}
                }
                Flow::push(Choose::cycle(preset))
            }
            _ => Flow::Ignored,
        })
    }
}
