const form = document.querySelector("#setup");
const message = document.querySelector("#message");
const secret = location.hash.slice(1);

function show(text) {
	message.textContent = text;
	message.hidden = false;
}

async function send(body) {
	const response = await fetch("/setup", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(body),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error);
	return answer;
}

form.addEventListener("submit", async (event) => {
	event.preventDefault();
	const { email, password, again } = Object.fromEntries(new FormData(form));
	if (password !== again) {
		show("The two passwords differ.");
		return;
	}
	const button = form.querySelector("button");
	button.disabled = true;
	try {
		const { next } = await send({ secret, email, password });
		location.replace(next);
	} catch (error) {
		show(error.message);
		button.disabled = false;
	}
});

if (secret === "") {
	show(
		"Open the whole link that the server printed at its start: the part after # is missing here.",
	);
	form.hidden = true;
}
