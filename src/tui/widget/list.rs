//! The screen of a list: filter as you type, filters ready-made and saved, orders, columns to choose, marks, and a pane
//! beside it on wide screens.
//!
//! What is particular to one list is a [`List`].

use super::{
    choice::{Item, Picker},
    columns::Columns,
    facts,
    filters::{self, Named},
    line::Line,
    narrowing::Narrowing,
    table::{Column, TableView},
};
use crate::{
    domain::Text,
    store::{Changed, Reader, Result as StoreResult},
    text::Lang,
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, On, Outcome, Screen, Value, confirm::Confirm},
        theme::Role,
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use serde::{Serialize, de::DeserializeOwned};
use unicode_width::UnicodeWidthStr;

/// The keys of lists that not every list knows; who marks one row marks several as well.
pub const OPTIONAL: &[Cmd] = &[
    Cmd::New,
    Cmd::Edit,
    Cmd::Archive,
    Cmd::Mark,
    Cmd::Bulk,
    Cmd::Admit,
    Cmd::Merge,
    Cmd::Import,
    Cmd::Export,
    Cmd::Print,
    Cmd::History,
];

/// How many a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Those of each of [`List::PARTS`].
    pub parts: Vec<usize>,
}

/// Ids, and where to go on behind them; `None` at the end.
pub type Page<K> = StoreResult<(Vec<i64>, Option<K>)>;

/// What a list supplies: an order of ids, the rows behind them, its columns, and what its own keys do.
pub trait List: 'static {
    /// One row.
    type Row: 'static;
    /// Where a slice ended, to go on behind it.
    type Key: Clone + 'static;
    /// What it can be narrowed to, in one piece and by name.
    type Filter: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + 'static;
    /// What rows must meet; each is looked up by itself.
    type Condition: Clone + PartialEq + 'static;
    /// Text key of its name.
    const TITLE: &'static str;
    /// Text key of what stands there before anything was entered.
    const EMPTY: &'static str;
    /// The area it belongs to.
    const AREA: usize;
    /// Text keys of the ready-made filters; the first shows everything.
    const GROUPS: &'static [&'static str];
    /// Whether there is a form to make further filters ([`List::form`]).
    const HAS_FORM: bool = false;
    /// Text keys of the orders.
    const SORTS: &'static [&'static str];
    /// Text keys of what every count is divided into.
    const PARTS: &'static [&'static str] = &[];
    /// Whether what is shown comes to something ([`List::total`]), which stands below it.
    const HAS_TOTAL: bool = false;
    /// Which of the [`OPTIONAL`] keys of lists do something here.
    const OFFERS: &'static [Cmd];
    /// The columns.
    const COLUMNS: &'static [Column<Self::Row>];

    /// Its name where it is not the same for all lists of the kind.
    fn title(&self, lang: &Lang) -> String {
        lang.label(Self::TITLE).to_owned()
    }
    /// A ready-made filter.
    fn group(at: usize) -> Self::Filter;
    /// Ready-made filters that come out of the book, by their names; they stand behind [`Self::GROUPS`].
    fn given(_reader: &Reader) -> StoreResult<Vec<Named<Self::Filter>>> {
        Ok(Vec::new())
    }
    /// What those meet whom a filter shows, narrowed by what is typed.
    fn wanted(&self, filter: &Self::Filter, typed: &str) -> Vec<Self::Condition>;
    /// Goes by another of [`List::SORTS`].
    fn sort(&mut self, at: usize);
    /// The conditions that divide a count into [`List::PARTS`].
    fn parts(&self) -> Vec<Self::Condition> {
        Vec::new()
    }
    /// Up to `limit` rows of the order are looked at from behind `after`; the ids of those that meet `conditions`, and
    /// where to go on, or `None` at the end.
    fn slice(
        &self,
        reader: &Reader,
        conditions: &[Self::Condition],
        after: Option<&Self::Key>,
        limit: usize,
    ) -> Page<Self::Key>;
    /// The same of one condition, in any order.
    fn matches(
        reader: &Reader,
        condition: &Self::Condition,
        after: Option<&Self::Key>,
        limit: usize,
    ) -> Page<Self::Key>;
    /// The rows of some ids, in that order.
    fn rows(&self, reader: &Reader, lang: &Lang, ids: &[i64]) -> StoreResult<Vec<Self::Row>>;
    /// How many rows a filter shows, where that is kept.
    fn count(&self, reader: &Reader, filter: &Self::Filter) -> StoreResult<Option<Count>>;
    /// What those come to that meet all conditions.
    fn total(&self, _reader: &Reader, _lang: &Lang, _conditions: &[Self::Condition]) -> StoreResult<String> {
        Ok(String::new())
    }
    /// Whether a change can touch this list.
    fn concerns(&self, changed: &Changed) -> bool;
    /// Label and value of what is known of a record, for the pane.
    fn facts(&self, id: i64, cx: &Cx) -> Result<Vec<(String, String)>>;
    /// The form of a filter, which gives [`Value::Filter`].
    fn form(_named: Named<Self::Filter>, _cx: &Cx) -> Result<Flow> {
        Ok(Flow::Ignored)
    }
    /// Whom a record is about, for commands that work from anywhere.
    fn on(_id: i64, _row: Option<&Self::Row>) -> On {
        On::default()
    }
    /// Text key of what a command is called here.
    fn name_of(cmd: Cmd) -> &'static str {
        cmd.text_id()
    }
    /// What a key does with the record under the cursor, if there is one.
    fn run(&self, cmd: Cmd, id: Option<i64>, cx: &mut Cx) -> Result<Flow>;
    /// What a screen that the list has opened gives back.
    fn returned(&self, _value: Value, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Stay)
    }
    /// The record that bears what is typed as its number, as a scanner reads it off a card: the cursor goes there.
    fn bearer(&self, _reader: &Reader, _typed: &str) -> StoreResult<Option<i64>> {
        Ok(None)
    }
    /// Papers about these records or a file with them, with all when none were chosen; `at` is the one under the cursor.
    fn give(&self, _cmd: Cmd, _ids: Option<Vec<i64>>, _at: Option<i64>, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Ignored)
    }
    /// What a key does with the marked records together, or with the one under the cursor when none is marked.
    fn change(&self, _cmd: Cmd, _ids: Vec<i64>, _cx: &mut Cx) -> Result<Flow> {
        Ok(Flow::Ignored)
    }
}

/// What the screen on top was opened for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Sort,
    Filters,
    /// The form of a filter; the place of the saved one that it changes.
    Form(Option<usize>),
    /// Whether a saved filter is to go.
    Remove(usize),
}

/// A list on the screen.
pub struct ListScreen<L: List> {
    table: TableView<L>,
    narrowing: Narrowing<L>,
    sort: usize,
    words: Line,
    typing: bool,
    asked: Asked,
    title: String,
    aside: String,
    total: String,
    pane: Vec<(String, String)>,
}

/// From this width on the selected record stands beside the list.
const PANE_FROM: u16 = 110;
/// How wide the line is in which words are typed.
const WORDS: u16 = 20;

impl<L: List> ListScreen<L> {
    /// Everything, in the first order.
    pub fn new(list: L) -> Self {
        Self {
            table: TableView::new(list),
            narrowing: Narrowing::all(),
            sort: 0,
            words: Line::new(""),
            typing: false,
            asked: Asked::Nothing,
            title: String::new(),
            aside: String::new(),
            total: String::new(),
            pane: Vec::new(),
        }
    }

    /// The same list, narrowed by a filter.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn showing(mut self, filter: L::Filter, cx: &Cx) -> Result<Self> {
        self.narrowing.set_given(L::given(&cx.reader)?);
        self.narrowing.take_unnamed(filter);
        self.narrow(cx)?;
        Ok(self)
    }

    fn height(cx: &Cx) -> u16 {
        cx.size.height.saturating_sub(if L::HAS_TOTAL { 9 } else { 8 }).max(1)
    }

    fn is_all(&self) -> bool {
        self.narrowing.is_all() && self.words.is_empty()
    }

    /// The kept count of what is shown, if there is one.
    fn count(&self, cx: &Cx) -> Result<Option<Count>> {
        Ok(if self.words.is_empty() { self.table.list.count(&cx.reader, self.narrowing.filter())? } else { None })
    }

    /// Narrows the list to what is chosen now.
    fn narrow(&mut self, cx: &Cx) -> Result<()> {
        let typed = self.words.text();
        let conditions = self.table.list.wanted(self.narrowing.filter(), &typed);
        self.table.want(self.table.list.bearer(&cx.reader, &typed)?);
        let total = self.count(cx)?.map(|count| count.all);
        self.table.narrow(&cx.reader, &cx.lang, conditions, Self::height(cx), total)?;
        self.sum(cx)?;
        self.show(cx)
    }

    /// Puts into words what is shown comes to.
    fn sum(&mut self, cx: &Cx) -> Result<()> {
        if L::HAS_TOTAL {
            let conditions = self.table.list.wanted(self.narrowing.filter(), &self.words.text());
            self.total = self.table.list.total(&cx.reader, &cx.lang, &conditions)?;
        }
        Ok(())
    }

    /// Puts title, count and pane into words.
    fn show(&mut self, cx: &Cx) -> Result<()> {
        self.title = self.table.list.title(&cx.lang);
        let name = self.narrowing.name(&cx.lang);
        self.title.extend(name.into_iter().flat_map(|name| [" › ".to_owned(), name]));
        let all = self.table.list.count(&cx.reader, &L::Filter::default())?;
        let count = Text::new(if self.is_all() { "list-count" } else { "list-found" })
            .with("count", self.table.len())
            .with("all", all.map_or(0, |count| count.all));
        let more = if self.table.is_counted() { "" } else { "…" };
        let counted = format!("{}{more}", cx.lang.text(&count));
        let kept = self.count(cx)?.map(|count| count.parts);
        let parts = kept.as_deref().or_else(|| self.table.counts()).unwrap_or_default();
        let parts = filters::parts::<L>(parts, &cx.lang);
        let marked = self.table.marks().len();
        let mut rest = cx.lang.label(L::SORTS[self.sort]).to_owned();
        if marked > 0 {
            // who marks wants to know how many rather than in what order
            rest = cx.lang.text(&Text::new("list-marked").with("count", marked));
        }
        let full = format!("{counted} · {parts}   {rest}");
        let words = if self.typing || !self.words.is_empty() { WORDS + 3 } else { 0 };
        let room = usize::from(cx.size.width.saturating_sub(words + 4)).saturating_sub(self.title.width());
        let fits = !parts.is_empty() && full.width() <= room;
        self.aside = if fits { full } else { format!("{counted}   {rest}") };
        self.pane.clear();
        if let Some(id) = self.table.selected().filter(|_| cx.size.width >= PANE_FROM) {
            self.pane = self.table.list.facts(id, cx)?;
        }
        Ok(())
    }

    fn ask_sort(&mut self, cx: &Cx) -> Flow {
        self.asked = Asked::Sort;
        let items = L::SORTS.iter().map(|id| Item::new(cx.lang.label(id))).collect();
        Flow::push(Picker::new(cx.lang.label(Cmd::Sort.text_id()).to_owned(), items, self.sort))
    }

    fn ask_filters(&mut self, cx: &Cx) -> Result<Flow> {
        self.asked = Asked::Filters;
        self.narrowing.set_given(L::given(&cx.reader)?);
        Ok(Flow::push(filters::picker(&self.table.list, &self.narrowing, cx)?))
    }

    /// The form of the filter at a place of the picker; behind the last is a new one.
    fn ask_form(&mut self, at: usize, cx: &Cx) -> Result<Flow> {
        let (saved, named) = self.narrowing.to_change(at);
        self.asked = Asked::Form(saved);
        L::form(named, cx)
    }

    /// Takes the filter at a place of the picker.
    fn take(&mut self, at: usize, cx: &Cx) -> Result<Flow> {
        if !self.narrowing.take(at) {
            return self.ask_form(at, cx);
        }
        self.narrow(cx)?;
        Ok(Flow::Stay)
    }

    /// Keeps what is saved by now, and says it when it is on disk.
    fn keep_filters(&self, said: Text, cx: &mut Cx) {
        let saved = self.narrowing.saved().to_vec();
        cx.write(move |store, session, _| {
            filters::keep::<L>(store, session.viewer.user_id, &saved)?;
            Ok(Outcome::Said(said))
        });
    }

    /// Papers or a file with those who are marked, else with those who are shown, else with all.
    fn give(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        let marks = self.table.marks();
        let ids = if !marks.is_empty() {
            Some(marks.iter().collect())
        } else if self.is_all() {
            None
        } else {
            Some(self.table.whole(&cx.reader, &cx.lang)?)
        };
        self.table.list.give(cmd, ids, self.table.selected(), cx)
    }

    /// What the viewer has chosen for this list.
    fn read_choices(&mut self, cx: &Cx) -> Result<()> {
        self.narrowing.set_saved(filters::read::<L>(cx)?);
        let columns = cx.reader.preference(&Self::columns_key())?.unwrap_or_default();
        let place = |title: &str| L::COLUMNS.iter().position(|column| column.title == title);
        self.table.choose_columns(columns.split(',').filter_map(place).collect());
        Ok(())
    }

    fn columns_key() -> String {
        format!("columns-{}", L::TITLE)
    }

    fn choose_columns(&mut self, columns: Vec<usize>, cx: &mut Cx) {
        let titles: Vec<&str> = columns.iter().map(|at| L::COLUMNS[*at].title).collect();
        let kept = titles.join(",");
        self.table.choose_columns(columns);
        cx.write(move |store, session, _| {
            store.set_preference(session.viewer.user_id, &Self::columns_key(), &kept)?;
            Ok(Outcome::Quiet)
        });
    }
}

impl<L: List> Screen for ListScreen<L> {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        L::AREA
    }
    fn scope(&self) -> Scope {
        if self.typing { Scope::Filter } else { Scope::List }
    }
    fn on(&self) -> On {
        self.table.selected().map(|id| L::on(id, self.table.row())).unwrap_or_default()
    }
    fn typing(&self) -> bool {
        self.typing
    }
    fn name_of(&self, cmd: Cmd) -> &'static str {
        L::name_of(cmd)
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let of = if matches!(cmd, Cmd::MarkAll | Cmd::MarkRange) { Cmd::Mark } else { cmd };
        if OPTIONAL.contains(&of) && !L::OFFERS.contains(&of) {
            return Some(Text::new("say-not-here"));
        }
        let needs_one = matches!(
            cmd,
            Cmd::Open
                | Cmd::Edit
                | Cmd::Archive
                | Cmd::Admit
                | Cmd::History
                | Cmd::Mark
                | Cmd::MarkAll
                | Cmd::MarkRange
        );
        let needs_marks = cmd == Cmd::Bulk && self.table.marks().is_empty();
        let nothing = || Text::new(if needs_marks { "say-nothing-marked" } else { "say-nothing-selected" });
        (needs_marks || needs_one && self.table.selected().is_none()).then(nothing)
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        if changed.all {
            self.read_choices(cx)?;
        }
        let total = self.count(cx)?.map(|count| count.all);
        self.table.refresh(&cx.reader, &cx.lang, changed, Self::height(cx), total)?;
        if changed.all || self.table.list.concerns(changed) {
            self.sum(cx)?;
        }
        self.show(cx)
    }

    fn work(&mut self, cx: &mut Cx) -> Result<bool> {
        let state = |table: &TableView<L>| {
            (table.is_counted(), table.len(), table.selected(), table.counts().is_some(), table.marks().len())
        };
        let before = state(&self.table);
        let worked = self.table.work(&cx.reader, &cx.lang)?;
        if self.table.is_counted() && state(&self.table) != before {
            self.show(cx)?;
        }
        Ok(worked)
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        // a key that comes here answers nothing: whatever was asked is closed
        self.asked = Asked::Nothing;
        if self.table.run(cmd, &cx.reader, &cx.lang)? {
            if cx.size.width >= PANE_FROM || matches!(cmd, Cmd::Mark | Cmd::MarkAll | Cmd::MarkRange) {
                self.show(cx)?;
            }
            return Ok(Flow::Stay);
        }
        match cmd {
            Cmd::Sort => return Ok(self.ask_sort(cx)),
            Cmd::Filters => return self.ask_filters(cx),
            Cmd::Columns => return Ok(Flow::push(Columns::new(L::COLUMNS, self.table.columns(), &cx.lang))),
            Cmd::Print | Cmd::Export => return self.give(cmd, cx),
            Cmd::Bulk | Cmd::Admit => return self.table.list.change(cmd, self.table.chosen(), cx),
            Cmd::Merge if self.table.marks().len() == 2 => {
                return self.table.list.change(cmd, self.table.chosen(), cx);
            }
            // which two is not said: those that may be one
            Cmd::Merge => return Ok(Flow::Again(Cmd::Duplicates)),
            Cmd::Filter => {
                self.typing = true;
                self.show(cx)?;
            }
            Cmd::Done if self.typing => self.typing = false,
            Cmd::Back if self.typing || !self.words.is_empty() => {
                self.typing = false;
                self.words = Line::new("");
                self.narrow(cx)?;
            }
            Cmd::Back if !self.table.marks().is_empty() => {
                self.table.unmark();
                self.show(cx)?;
            }
            _ => return self.table.list.run(cmd, self.table.selected(), cx),
        }
        Ok(Flow::Stay)
    }

    fn input(&mut self, input: &Input<'_>, cx: &mut Cx) -> Result<Flow> {
        if self.words.input(input) {
            self.narrow(cx)?;
        }
        Ok(Flow::Stay)
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match (std::mem::replace(&mut self.asked, Asked::Nothing), value) {
            (Asked::Sort, Value::Row(row)) => {
                self.sort = row;
                self.table.reorder(row);
                self.narrow(cx)?;
            }
            (Asked::Filters, Value::Row(at)) => return self.take(at, cx),
            (Asked::Filters, Value::Change(at)) => return self.ask_form(at, cx),
            (Asked::Filters, Value::Remove(at)) => {
                let (saved, named) = self.narrowing.to_change(at);
                self.asked = saved.map_or(Asked::Nothing, Asked::Remove);
                let name = Text::new("filter-remove").with("name", named.name);
                return Ok(Flow::push(Confirm::new("ask-filter-remove", vec![name], Value::Yes)));
            }
            (Asked::Remove(at), Value::Yes) => {
                if let Some(gone) = self.narrowing.remove(at) {
                    self.keep_filters(Text::new("say-filter-removed").with("name", gone), cx);
                }
                self.show(cx)?;
            }
            (Asked::Form(old), Value::Filter { name, filter }) => {
                let filter = serde_json::from_str(&filter).unwrap_or_default();
                if name.is_empty() {
                    self.narrowing.take_unnamed(filter);
                } else {
                    let said = Text::new("say-filter-saved").with("name", name.as_str());
                    self.narrowing.take_named(Named { name, filter }, old);
                    self.keep_filters(said, cx);
                }
                self.narrow(cx)?;
            }
            (_, Value::Order(columns)) => self.choose_columns(columns, cx),
            (_, Value::Saved(id)) => {
                self.table.want(id);
                self.refresh(cx, &Changed::everything())?;
            }
            (_, value) => return self.table.list.returned(value, cx),
        }
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        if self.table.is_empty() {
            let id = if self.is_all() { L::EMPTY } else { "list-none" };
            let style = canvas.style(Role::Text);
            for (line, y) in wrap(canvas.label(id), usize::from(area.width.saturating_sub(4))).iter().zip(area.y + 1..)
            {
                canvas.text(area.x + 2, y, area.width.saturating_sub(4), line, style);
            }
        } else {
            let with_pane = area.width >= PANE_FROM;
            let foot = u16::from(!self.total.is_empty());
            let height = area.height.saturating_sub(foot);
            let list = Rect { width: if with_pane { area.width * 2 / 3 } else { area.width }, height, ..area };
            canvas.text(
                area.x + 2,
                list.bottom(),
                list.width.saturating_sub(2),
                &self.total,
                canvas.style(Role::Title),
            );
            self.table.draw(canvas, list);
            if with_pane {
                let pane = Rect { x: list.right() + 1, width: area.width - list.width - 2, ..area };
                facts::draw(canvas, pane, &self.pane, 0);
            }
        }
        if self.typing || !self.words.is_empty() {
            // the words stand in the line of the title, where the eye already is
            let x = area.x + 3 + self.title.width() as u16;
            let line = Rect { x: x + 2, y: area.y - 1, width: WORDS.min(area.width.saturating_sub(x + 2)), height: 1 };
            canvas.text(x, area.y - 1, 2, "/ ", canvas.style(Role::Key));
            self.words.draw(canvas, line);
            if !self.typing {
                canvas.cursor = None;
            }
        }
    }
}
