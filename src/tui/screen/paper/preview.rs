//! A paper as it will be, in letters, before it is printed or written to a file.

use super::{draft::PaperDraft, save::SaveDraft};
use crate::{
    command::{
        self,
        paper::{self, About, Asked, Made},
    },
    domain::Text,
    report::{self, Page, plain},
    store::{self, Changed, Reader},
    text::Lang,
    tui::{
        canvas::Canvas,
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Outcome, Screen, Value, meetings, money},
        theme::Role,
        widget::{
            choice::{Item, Picker},
            form::FormScreen,
        },
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::sync::Arc;

/// The widest lines that are still easy to read.
const WIDEST: usize = 132;

/// Rows of the terminal that are not the screen's own.
const FRAME: u16 = 7;

/// A paper that is ready.
#[derive(Clone, Debug)]
pub struct Ready {
    /// What stands on it.
    pub made: Arc<Made>,
    /// The same in letters.
    lines: Arc<Vec<String>>,
    /// How many sheets it takes.
    pages: usize,
}

/// The screen.
pub struct Preview {
    asked: Asked,
    ready: Option<Ready>,
    /// The language and the number of columns for which it is being made.
    shape: (String, usize),
    top: usize,
    height: usize,
    progress: (usize, usize),
    printers: Vec<String>,
    title: String,
    aside: String,
}

/// `Print › Register of members`
pub fn title(asked: &Asked, lang: &Lang) -> String {
    format!("{} › {}", lang.label("paper-choose"), lang.label(asked.paper.options.text_id))
}

/// The area in which a paper is looked at.
pub fn area(asked: &Asked) -> usize {
    match asked.paper.about {
        About::Books | About::Receipt | About::Money | About::Cycle => money::AREA,
        _ if asked.meeting.is_some() => meetings::AREA,
        _ => 1,
    }
}

impl Preview {
    /// The paper that somebody wants; it is made in the background.
    pub const fn new(asked: Asked) -> Self {
        Self {
            asked,
            ready: None,
            shape: (String::new(), 0),
            top: 0,
            height: 1,
            progress: (0, 0),
            printers: Vec::new(),
            title: String::new(),
            aside: String::new(),
        }
    }

    fn make(&mut self, cx: &mut Cx) {
        self.progress = (0, 0);
        let (asked, today, columns) = (self.asked.clone(), cx.clock.today(), self.shape.1);
        let (path, viewer) = (cx.reader.path().to_owned(), cx.reader.viewer().clone());
        let (code, folder) = (self.shape.0.clone(), cx.lang_folder.clone());
        cx.job(move |progress| {
            let (reader, lang) = (Reader::open(&path, viewer)?, Lang::with_folder(&code, &folder));
            let made = asked.make(&reader, &lang, today, &mut |done, total| progress.step(done, total))?;
            let columns = if let Page::Roll(columns) = made.report.page { columns } else { columns };
            let lines = plain::render(&made.report, columns).lines().map(str::to_owned).collect();
            let pages = report::pages(&made.report);
            let ready = Ready { made: Arc::new(made), lines: Arc::new(lines), pages };
            Ok(Outcome::Value(Value::Ready(Box::new(ready))))
        });
    }

    fn show(&mut self, cx: &Cx) {
        self.title = title(&self.asked, &cx.lang);
        self.aside.clear();
        if let Some(Ready { made, pages, .. }) = &self.ready {
            let pages = cx.lang.text(&Text::new("paper-pages").with("count", *pages));
            let people = cx.lang.text(&Text::new("paper-people").with("count", made.people));
            self.aside = if made.people == 0 { pages } else { format!("{people} · {pages}") };
        }
        self.scroll(0);
    }

    fn scroll(&mut self, by: isize) {
        let lines = self.ready.as_ref().map_or(0, |ready| ready.lines.len());
        self.top = self.top.saturating_add_signed(by).min(lines.saturating_sub(self.height));
    }

    fn moves(&mut self, cmd: Cmd) -> bool {
        let page = self.height.saturating_sub(1).max(1) as isize;
        self.scroll(match cmd {
            Cmd::Up => -1,
            Cmd::Down => 1,
            Cmd::PageUp => -page,
            Cmd::PageDown => page,
            Cmd::Top => isize::MIN,
            Cmd::Bottom => isize::MAX,
            _ => return false,
        });
        true
    }

    /// Asks on which printer, and says how many pages.
    fn ask_printer(&self, cx: &Cx) -> Flow {
        let pages = self.ready.as_ref().map_or(0, |ready| ready.pages);
        let title = cx.lang.text(&Text::new("paper-print").with("count", pages));
        let name = |name: &String| if name.is_empty() { cx.lang.label("paper-usual-printer") } else { name }.to_owned();
        Flow::push(Picker::new(title, self.printers.iter().map(|printer| Item::new(name(printer))).collect(), 0))
    }

    fn print(&self, printer: usize, cx: &mut Cx) {
        let (Some(ready), Some(printer)) = (self.ready.clone(), self.printers.get(printer).cloned()) else { return };
        let on = if printer.is_empty() { cx.lang.label("paper-usual-printer").to_owned() } else { printer.clone() };
        let spooler = cx.spooler.clone();
        cx.job(move |_| {
            paper::print(&spooler, &ready.made.report, &printer)?;
            Ok(Outcome::Said(Text::new("paper-printed").with("count", ready.pages).with("printer", on)))
        });
    }
}

impl Screen for Preview {
    fn title(&self) -> String {
        self.title.clone()
    }
    fn aside(&self) -> String {
        self.aside.clone()
    }
    fn area(&self) -> usize {
        area(&self.asked)
    }
    fn scope(&self) -> Scope {
        Scope::Paper
    }
    fn refuses(&self, cmd: Cmd) -> Option<Text> {
        let needs_it = matches!(cmd, Cmd::Print | Cmd::Save);
        let nothing_to_say = cmd == Cmd::Edit && self.asked.asked().is_empty();
        if nothing_to_say {
            return Some(Text::new("paper-no-options"));
        }
        (needs_it && self.ready.is_none()).then(|| Text::new("paper-wait"))
    }

    fn refresh(&mut self, cx: &mut Cx, changed: &Changed) -> Result<()> {
        self.height = usize::from(cx.size.height.saturating_sub(FRAME)).max(1);
        let shape = (cx.lang.code().to_owned(), usize::from(cx.size.width).clamp(plain::PAPER, WIDEST));
        if shape != self.shape || changed.all || !changed.tables.is_empty() {
            self.shape = shape;
            self.make(cx);
        }
        self.show(cx);
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.moves(cmd) {
            return Ok(Flow::Stay);
        }
        Ok(match cmd {
            Cmd::Print => {
                let spooler = cx.spooler.clone();
                cx.job(move |_| Ok(Outcome::Value(Value::Printers(paper::printers(&spooler)?))));
                Flow::Stay
            }
            Cmd::Save => match &self.ready {
                Some(ready) => Flow::push(SaveDraft::form(&self.asked, ready.made.clone(), cx)),
                None => Flow::Stay,
            },
            Cmd::Edit => {
                Flow::push(FormScreen::new(PaperDraft::new(self.asked.clone()), cx).in_area(area(&self.asked)))
            }
            _ => Flow::Ignored,
        })
    }

    fn returned(&mut self, value: Value, cx: &mut Cx) -> Result<Flow> {
        match value {
            Value::Paper(asked) => {
                asked.permit(&cx.reader, &cx.session)?;
                (self.asked, self.ready, self.top) = (*asked, None, 0);
                self.make(cx);
                self.show(cx);
            }
            Value::Row(printer) => self.print(printer, cx),
            _ => {}
        }
        Ok(Flow::Stay)
    }

    fn done(&mut self, result: store::Result<Outcome>, cx: &mut Cx) -> Result<Flow> {
        match result {
            Ok(Outcome::Value(Value::Ready(ready))) => {
                self.ready = Some(*ready);
                self.show(cx);
            }
            Ok(Outcome::Value(Value::Printers(printers))) => {
                self.printers = printers;
                return Ok(self.ask_printer(cx));
            }
            Ok(Outcome::Said(said)) => {
                cx.say(&said);
                if let Some(id) = self.ready.as_ref().and_then(|ready| ready.made.receipt) {
                    cx.write(move |store, session, _| {
                        command::receipt::print(store, session, &[id])?;
                        Ok(Outcome::Quiet)
                    });
                }
            }
            Ok(_) => {}
            Err(error) => {
                cx.complain(&error.text());
                // there is nothing to look at: back to the choice
                return Ok(if self.ready.is_none() { Flow::Pop } else { Flow::Stay });
            }
        }
        Ok(Flow::Stay)
    }

    fn progress(&mut self, done: usize, total: usize) {
        self.progress = (done, total);
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let Some(ready) = &self.ready else {
            let used = canvas.put(area.x + 2, area.y + 1, area.width - 4, "paper-making", Role::Text);
            let (done, total) = self.progress;
            let percent = (done * 100).checked_div(total).map_or_else(String::new, |percent| format!(" {percent} %"));
            canvas.text(area.x + 2 + used, area.y + 1, 8, &percent, canvas.style(Role::Muted));
            return;
        };
        let left = area.x + area.width.saturating_sub(self.shape.1 as u16) / 2;
        for (y, line) in (area.top()..area.bottom()).zip(ready.lines.iter().skip(self.top)) {
            canvas.text(left, y, area.right().saturating_sub(left), line, canvas.style(Role::Text));
        }
    }
}
