//! What belongs together, written so that a program can read the paper aloud (ISO 14289-1).

use super::file::{File, Ref, string};
use crate::report::layout::{Role, Tag, Tree};
use std::fmt::Write;

/// Which pieces stand on which page, under which number.
#[derive(Default)]
pub struct Marks {
    /// Piece, page and number, as they came.
    all: Vec<(Tag, Ref, u32)>,
    /// Where each page ends in `all`.
    ends: Vec<usize>,
}

impl Marks {
    /// Gives a piece the next number on a page.
    pub fn mark(&mut self, tag: Tag, page: Ref) -> u32 {
        let number = (self.all.len() - self.ends.last().unwrap_or(&0)) as u32;
        self.all.push((tag, page, number));
        number
    }

    /// The next page begins.
    pub fn end_page(&mut self) {
        self.ends.push(self.all.len());
    }
}

/// Writes the tree; returns its root.
pub fn write(file: &mut File, tree: &Tree, marks: &Marks, height: f32) -> Ref {
    let root = file.id();
    let ids: Vec<Ref> = tree.nodes.iter().map(|_| file.id()).collect();
    // children and marks of each node, as runs of two sorted lists
    let mut children: Vec<(Tag, Tag)> = (1..).zip(&tree.nodes[1..]).map(|(tag, (_, parent))| (*parent, tag)).collect();
    children.sort_by_key(|(parent, _)| *parent);
    let mut content = marks.all.clone();
    content.sort_by_key(|(tag, ..)| *tag);
    let (mut child, mut mark) = (0, 0);
    for (tag, (role, parent)) in (0..).zip(&tree.nodes) {
        let mut kids = String::new();
        while let Some((_, kid)) = children.get(child).filter(|(parent, _)| *parent == tag) {
            let _ = write!(kids, "{} ", ids[*kid as usize]);
            child += 1;
        }
        let own = content[mark..].iter().take_while(|(of, ..)| *of == tag).count();
        let own = &content[mark..mark + own];
        mark += own.len();
        let page = own.first().map(|(_, page, _)| *page);
        for (_, on, number) in own {
            let _ = match page {
                Some(page) if page == *on => write!(kids, "{number} "),
                _ => write!(kids, "<</Type/MCR/Pg {on}/MCID {number}>>"),
            };
        }
        let above = if tag == Tree::ROOT { root } else { ids[*parent as usize] };
        let mut body = format!("<</S/{}/P {above}", name(role));
        if let Some(page) = page {
            let _ = write!(body, "/Pg {page}");
        }
        let _ = write!(body, "/K[{}]", kids.trim_end());
        match role {
            Role::Title => body.push_str("/A<</O/Table/Scope/Column>>"),
            Role::Figure(figure) => {
                let (alt, area) = figure.as_ref();
                let (bottom, top) = (height - area.top - area.height, height - area.top);
                let (left, right) = (area.left, area.left + area.width);
                let _ = write!(
                    body,
                    "/Alt{}/A<</O/Layout/Placement/Block/BBox[{left:.2} {bottom:.2} {right:.2} {top:.2}]>>",
                    string(alt)
                );
            }
            _ => {}
        }
        body.push_str(">>");
        file.object(ids[tag as usize], &body);
    }
    let parents = parents(file, marks, &ids);
    file.object(root, &format!("<</Type/StructTreeRoot/K {}/ParentTree {parents}>>", ids[Tree::ROOT as usize]));
    root
}

/// Which piece each number of each page belongs to.
fn parents(file: &mut File, marks: &Marks, ids: &[Ref]) -> Ref {
    let mut pages = String::new();
    let mut start = 0;
    for (page, end) in marks.ends.iter().enumerate() {
        let mut row = String::from("[");
        for (tag, ..) in &marks.all[start..*end] {
            let _ = write!(row, "{} ", ids[*tag as usize]);
        }
        row.push(']');
        let _ = write!(pages, "{page} {} ", file.add(&row));
        start = *end;
    }
    file.add(&format!("<</Nums[{}]>>", pages.trim_end()))
}

fn name(role: &Role) -> String {
    match role {
        Role::Document => "Document".to_owned(),
        Role::Heading(level) => format!("H{level}"),
        Role::Paragraph => "P".to_owned(),
        Role::Table => "Table".to_owned(),
        Role::Row => "TR".to_owned(),
        Role::Title => "TH".to_owned(),
        Role::Cell => "TD".to_owned(),
        Role::Figure(..) => "Figure".to_owned(),
    }
}
