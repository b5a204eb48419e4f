#include "walkthrough/variables.h"

#include "walkthrough/servercall.h"

#include <QRegularExpression>

namespace finhub::walkthrough {

namespace {

const QRegularExpression& use()
{
    static const QRegularExpression pattern(QStringLiteral(R"(\$\{([^}]*)\})"));
    return pattern;
}

/// Shows every text of a step that may hold a `${name}` to a function, which may change it.
template <typename F>
void forEachText(Step& step, F visit)
{
    for (QString* text : {&step.caption, &step.text, &step.rowText})
        visit(*text);
    for (QList<Condition>* conditions : {&step.onlyIf, &step.waitFor, &step.expect}) {
        for (Condition& condition : *conditions)
            visit(condition.text);
    }
    if (step.call)
        visitTexts(*step.call, visit);
}

} // namespace

QString Variables::expand(const QString& text) const
{
    QString expanded;
    qsizetype copied = 0;
    for (auto matches = use().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto value = m_values.constFind(match.captured(1));
        expanded += QStringView(text).mid(copied, match.capturedStart() - copied);
        expanded += value == m_values.cend() ? match.captured() : *value;
        copied = match.capturedEnd();
    }
    expanded += QStringView(text).mid(copied);
    return expanded;
}

Step Variables::expand(Step step) const
{
    forEachText(step, [this](QString& text) { text = expand(text); });
    return step;
}

QStringList Variables::namesIn(const QString& text)
{
    QStringList names;
    for (auto matches = use().globalMatch(text); matches.hasNext();)
        names << matches.next().captured(1);
    return names;
}

QStringList Variables::namesIn(const Step& step)
{
    QStringList names;
    Step copy = step;
    forEachText(copy, [&names](const QString& text) { names << namesIn(text); });
    return names;
}

} // namespace finhub::walkthrough
