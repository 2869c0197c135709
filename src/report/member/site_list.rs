//! Members by site and team, with counts by sex.

use super::{
    Head, Person, Scribe, option,
    tally::{Count, Tally},
};
use crate::{
    domain::{
        Text,
        fold::fold,
        member::{Field, show_number},
        noun::Entry,
    },
    report::{
        Report,
        block::{Align, Block, Column, Row, Table},
    },
};

/// The place of the team in a row.
const TEAM: usize = 3;

/// People of one site.
struct Site {
    name: String,
    count: Count,
    rows: Vec<Row>,
}

/// The list while people are entered, those of one site after the other.
pub struct SiteList<'a> {
    head: Head<'a>,
    is_private: bool,
    only: String,
    /// Whether anybody has a team.
    has_teams: bool,
    sites: Vec<Site>,
    /// By folded name, so that the counts stand in the order of the list, and the name.
    tally: Tally<(String, String)>,
}

impl<'a> SiteList<'a> {
    /// An empty one. `only` says in words who is on it.
    pub fn new(head: Head<'a>, options: &Entry, only: String) -> Self {
        Self {
            head,
            is_private: option::is_private(options),
            only,
            has_teams: false,
            sites: Vec::new(),
            tally: Tally::default(),
        }
    }

    fn table(&self) -> Table {
        let head = self.head;
        // the same widths at every site
        let table = Table::new()
            .column(Column::new(head.label("paper-number")).at_least(14.0))
            .column(Column::new(head.label("paper-name")).grow(1))
            .column(Column::new(head.label("paper-sex")).align(Align::Centre).at_least(12.0));
        let team = Column::new(head.label("paper-team")).at_least(26.0);
        let table = if self.has_teams { table.column(team) } else { table };
        let table = table.column(Column::new(head.label("paper-work")).at_least(44.0));
        if self.is_private { table.column(Column::new(head.label("paper-phone")).at_least(34.0)) } else { table }
    }

    fn site_name(&self, name: &str) -> String {
        if name.is_empty() { self.head.label("paper-no-site").to_owned() } else { name.to_owned() }
    }

    fn counted(&self, count: Count) -> String {
        let text =
            Text::new("paper-counted").with("count", count.all()).with("women", count.women).with("men", count.men);
        self.head.text(&text)
    }
}

impl Scribe for SiteList<'_> {
    fn add(&mut self, person: &Person) {
        let (head, member) = (self.head, &person.member);
        if self.sites.last().is_none_or(|site| site.name != member.site) {
            self.sites.push(Site { name: member.site.clone(), count: Count::default(), rows: Vec::new() });
        }
        let phone = self.is_private.then(|| head.value(person, Field::Phone).into());
        let cells = [
            member.number.map(show_number).unwrap_or_default().into(),
            member.full_name().into(),
            member.sex.map_or("", |sex| head.label(sex.text_id())).into(),
            head.value(person, Field::Team).into(),
            head.value(person, Field::Role).into(),
        ];
        if let Some(site) = self.sites.last_mut() {
            site.count.add(member.sex);
            site.rows.push(cells.into_iter().chain(phone).collect());
        }
        self.has_teams |= !member.kept(Field::Team).is_empty();
        self.tally.add((fold(&member.site), member.site.clone()), member.sex);
    }

    fn finish(mut self: Box<Self>) -> Report {
        let head = self.head;
        let mut about = head.as_of(head.today);
        if !self.only.is_empty() {
            about = format!("{about} · {}", self.only);
        }
        let mut report = head.report(head.label("paper-site-list-title")).block(Block::paragraph(about));
        let counts = self.tally.table(&head, "paper-site", |(_, name)| self.site_name(name));
        let sites = std::mem::take(&mut self.sites);
        let are_several = sites.len() > 1;
        for site in sites {
            let mut rows = site.rows;
            if !self.has_teams {
                for row in &mut rows {
                    row.remove(TEAM);
                }
            }
            let title = format!("{} · {}", self.site_name(&site.name), self.counted(site.count));
            report = report.block(Block::heading(title)).block(self.table().rows(rows));
        }
        if are_several {
            report = report.block(Block::heading(head.label("paper-counts"))).block(counts);
        }
        report
    }
}
