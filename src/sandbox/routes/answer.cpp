#include "sandbox/routes/answer.h"

#include <utility>

namespace finhub::sandbox {

Answer administrativeAnswer(Json data)
{
    Answer answer;
    answer.administrative = true;
    answer.data = std::move(data);
    return answer;
}

HttpReply replyOf(const Answer& answer)
{
    if (!answer.contentType.isEmpty() || answer.status == 304)
        return {answer.status, answer.contentType, answer.bytes, answer.headers, false, {}};
    Json body = Json::object();
    if (answer.administrative)
        body["success"] = true;
    body["code"] = answer.status;
    body["message"] = jsonText(answer.message);
    body.update(answer.root);
    body["data"] = answer.data;
    return {answer.status, QByteArrayLiteral("application/json"), jsonBytes(body), answer.headers, false, {}};
}

HttpReply replyOf(const Outcome& outcome)
{
    return outcome ? replyOf(*outcome) : replyOf(outcome.error());
}

} // namespace finhub::sandbox
