#pragma once

#include "walkthrough/condition.h"
#include "walkthrough/stagehand.h"

#include <QKeyCombination>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

/// A walkthrough as it was written down: plain values, made by `scriptreader`.
namespace finhub::walkthrough {

/// What a step does with its target.
enum class Action {
    None,
    Click,
    DoubleClick,
    Type,      ///< clicks the target, then types
    Key,       ///< one key combination, to the target or to whatever has the focus
    SelectRow, ///< clicks a row of an item view and sees that it became the current one
    Call,      ///< calls the server beside the program
};

/// Keeps a value under a name, for `${name}` in later steps.
struct Remember {
    QString as;
    QString target;
    QString property; ///< `text` is what the widget shows; anything else is a Qt property
};

struct Step {
    QString name;    ///< names the picture's file
    QString caption; ///< for people
    QString target;  ///< object name, else accessible name; may be empty for None and Key
    Action action = Action::None;
    QString text;        ///< Type: what is typed
    bool replace = true; ///< Type: what was there before is selected first
    QKeyCombination key; ///< Key
    int row = -1;        ///< Click, DoubleClick, SelectRow on an item view; -1: not by number
    QString rowText;     ///< the same: the first row that shows this text
    QString show;        ///< widget that the ring and the bubble belong to in the picture; empty: the target
    QList<Condition> onlyIf;  ///< the step is skipped unless all hold when it begins
    QList<Condition> waitFor; ///< before acting
    QList<Condition> expect;  ///< after acting
    std::optional<Remember> remember;
    std::optional<ServerCall> call;           ///< Call
    std::chrono::milliseconds timeout{10000}; ///< for waiting and for expecting, each
    bool picture = true;

    bool isByRow() const { return row >= 0 || !rowText.isEmpty(); }
};

struct Script {
    QString name;
    QString title;
    QList<Step> steps;
};

} // namespace finhub::walkthrough
