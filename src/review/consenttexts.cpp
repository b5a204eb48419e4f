#include "review/consenttexts.h"

#include <algorithm>

namespace finhub::review {

namespace {
/// How many versions are tried before no suggestion is made; far more than a tenant has.
constexpr int MostTries = 1000;

/// The version with its last number counted up; empty when it does not end in one.
QString countedUp(const QString& version)
{
    qsizetype first = version.size();
    while (first > 0 && version.at(first - 1) >= u'0' && version.at(first - 1) <= u'9')
        --first;
    bool isNumber = false;
    const qulonglong number = version.mid(first).toULongLong(&isNumber);
    return isNumber ? version.left(first) + QString::number(number + 1) : QString();
}
} // namespace

ConsentTexts::ConsentTexts(api::FinHub& finhub, QObject* parent)
    : QObject(parent)
    , m_finhub(finhub)
{
    connect(&m_finhub, &api::FinHub::sessionEnded, this, &ConsentTexts::forget);
}

ConsentTexts& ConsentTexts::of(api::FinHub& finhub)
{
    if (auto* texts = finhub.findChild<ConsentTexts*>(QString(), Qt::FindDirectChildrenOnly))
        return *texts;
    return *new ConsentTexts(finhub, &finhub);
}

void ConsentTexts::ensure()
{
    if (!isSettled() && !m_templates.loading && m_finhub.session())
        reload();
}

void ConsentTexts::reload()
{
    m_templates.begin();
    m_call = m_finhub.consentTemplates();
    m_call->onFinished(this, [this](const Result<QList<ConsentTemplate>>& result) {
        m_templates.take(result);
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

std::optional<ConsentTemplate> ConsentTexts::active(ConsentType type) const
{
    for (const ConsentTemplate& text : m_templates.value.value_or(QList<ConsentTemplate>())) {
        if (text.type.value() == type && text.status.value() == TemplateStatus::Active)
            return text;
    }
    return std::nullopt;
}

std::optional<ConsentTemplate> ConsentTexts::find(ConsentType type, const QString& version) const
{
    for (const ConsentTemplate& text : m_templates.value.value_or(QList<ConsentTemplate>())) {
        if (text.type.value() == type && text.version == version)
            return text;
    }
    return std::nullopt;
}

std::optional<ConsentTemplate> ConsentTexts::findId(const QString& id) const
{
    for (const ConsentTemplate& text : m_templates.value.value_or(QList<ConsentTemplate>())) {
        if (!id.isEmpty() && text.id == id)
            return text;
    }
    return std::nullopt;
}

bool ConsentTexts::holds(const ConsentTemplate& text) const
{
    const QList<ConsentTemplate> all = m_templates.value.value_or(QList<ConsentTemplate>());
    return std::any_of(all.begin(), all.end(), [&text](const ConsentTemplate& one) {
        return one.type == text.type && one.version == text.version &&
               one.effectiveDate == text.effectiveDate && one.title == text.title && one.body == text.body &&
               one.locale == text.locale;
    });
}

QString ConsentTexts::nextVersion(ConsentType type) const
{
    const std::optional<ConsentTemplate> now = active(type);
    QString version = now ? countedUp(now->version) : QStringLiteral("1.0");
    for (int tries = 0; tries < MostTries && !version.isEmpty(); ++tries) {
        if (!find(type, version))
            return version;
        version = countedUp(version);
    }
    return {};
}

void ConsentTexts::apply(const ConsentTemplate& saved)
{
    ConsentTemplate text = saved;
    if (text.status.isAbsent())
        text.status = TemplateStatus::Active;
    QList<ConsentTemplate> all = m_templates.value.value_or(QList<ConsentTemplate>());
    bool found = false;
    for (ConsentTemplate& one : all) {
        if (one.id == text.id && !text.id.isEmpty()) {
            one = text;
            found = true;
        } else if (one.type == text.type && text.status.value() == TemplateStatus::Active &&
                   one.status.value() == TemplateStatus::Active) {
            one.status = TemplateStatus::Inactive;
        }
    }
    if (!found)
        all << text;
    m_templates.value = all;
    Q_EMIT changed();
}

void ConsentTexts::forget()
{
    m_call.reset();
    m_templates = {};
    Q_EMIT changed();
}

} // namespace finhub::review
