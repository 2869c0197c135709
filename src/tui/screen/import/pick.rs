//! Choosing a file by keyboard: folders and lists, narrowed by typing; a path may be typed or pasted whole.

use super::preview::Preview;
use crate::{
    domain::Text,
    store::Changed,
    tui::{
        canvas::{Canvas, wrap},
        keymap::{Cmd, Scope},
        screen::{Cx, Flow, Input, Screen, Value},
        theme::Role,
        widget::choice::{Choice, Item},
    },
};
use anyhow::Result;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

/// What a list of members may be kept in.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods"];

/// The screen.
pub struct PickFile {
    folder: PathBuf,
    paths: Vec<PathBuf>,
    choice: Choice,
    /// Whether the folder holds a file that could be a list.
    has_lists: bool,
    title: String,
    /// Text key of what it is for, and its area, when the file is given to the screen below instead of read for members.
    giving: Option<(&'static str, usize)>,
}

impl PickFile {
    /// The files of the folder the program was started in.
    pub fn new(_: &Cx) -> Self {
        Self::begin()
    }

    fn begin() -> Self {
        let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"));
        Self {
            folder,
            paths: Vec::new(),
            choice: Choice::new(Vec::new()),
            has_lists: true,
            title: String::new(),
            giving: None,
        }
    }

    /// The same for another screen, which gets the file that is chosen.
    pub fn giving(of: &'static str, area: usize) -> Self {
        Self { giving: Some((of, area)), ..Self::begin() }
    }

    fn list(&mut self, cx: &Cx) {
        self.paths.clear();
        let mut items = Vec::new();
        if let Some(parent) = self.folder.parent() {
            items.push(Item::new("../").with(cx.lang.label("pick-up")));
            self.paths.push(parent.to_owned());
        }
        self.has_lists = false;
        for (path, is_folder) in entries(&self.folder) {
            self.has_lists |= !is_folder;
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            items.push(if is_folder { Item::new(format!("{name}/")) } else { Item::new(name).with(size(&path, cx)) });
            self.paths.push(path);
        }
        self.choice = Choice::new(items);
    }

    /// What was typed, when it is a path.
    fn typed(&self) -> Option<PathBuf> {
        let typed = self.choice.line.text();
        let typed = typed.trim().trim_matches(['\'', '"']);
        let path = match typed.strip_prefix("~/") {
            Some(rest) => PathBuf::from(std::env::var_os("HOME")?).join(rest),
            None if typed.contains('/') => self.folder.join(typed),
            None => return None,
        };
        Some(path)
    }
}

impl Screen for PickFile {
    fn title(&self) -> String {
        format!("{} › {}", self.title, self.folder.display())
    }
    fn area(&self) -> usize {
        self.giving.map_or(1, |(_, area)| area)
    }
    fn scope(&self) -> Scope {
        Scope::Picker
    }
    fn typing(&self) -> bool {
        true
    }

    fn refresh(&mut self, cx: &mut Cx, _: &Changed) -> Result<()> {
        let of = self.giving.map_or("area-members", |(of, _)| of);
        self.title = format!("{} › {}", cx.lang.label(of), cx.lang.label("cmd-import"));
        if self.paths.is_empty() {
            self.list(cx);
        }
        Ok(())
    }

    fn run(&mut self, cmd: Cmd, cx: &mut Cx) -> Result<Flow> {
        if self.choice.run(cmd) {
            return Ok(Flow::Stay);
        }
        if cmd != Cmd::Choose {
            return Ok(Flow::Ignored);
        }
        let chosen = self.typed().or_else(|| self.choice.chosen().map(|at| self.paths[at].clone()));
        match chosen {
            Some(path) if path.is_dir() => {
                self.folder = path;
                self.list(cx);
                Ok(Flow::Stay)
            }
            Some(path) if path.is_file() && self.giving.is_some() => Ok(Flow::Return(Value::File(path))),
            Some(path) if path.is_file() => Ok(Flow::Replace(Box::new(Preview::new(path, cx)))),
            Some(path) => {
                cx.complain(&Text::new("err-no-file").with("file", path.display().to_string()));
                Ok(Flow::Stay)
            }
            None => Ok(Flow::Stay),
        }
    }

    fn input(&mut self, input: &Input<'_>, _: &mut Cx) -> Result<Flow> {
        self.choice.input(input);
        Ok(Flow::Stay)
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        self.choice.draw(canvas, inner);
        if !self.has_lists {
            let style = canvas.style(Role::Muted);
            let y = inner.y + 2 + self.choice.len() as u16;
            for (line, y) in wrap(canvas.label("pick-none"), usize::from(inner.width)).iter().zip(y..inner.bottom()) {
                canvas.text(inner.x, y, inner.width, line, style);
            }
        }
    }
}

/// Folders, then lists, each in order of their names; what is hidden is left out.
fn entries(folder: &Path) -> Vec<(PathBuf, bool)> {
    let Ok(read) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(PathBuf, bool)> = read
        .flatten()
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| (entry.path(), entry.path().is_dir()))
        .filter(|(path, is_folder)| *is_folder || is_list(path))
        .collect();
    found.sort_by(|(a, x), (b, y)| y.cmp(x).then_with(|| a.cmp(b)));
    found
}

fn is_list(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|e| ENDINGS.contains(&e.as_str()))
}

fn size(path: &Path, cx: &Cx) -> String {
    let bytes = path.metadata().map_or(0, |m| m.len());
    format!("{} kB", cx.lang.count((bytes.div_ceil(1000)) as i64))
}
